/** A ledger divided into segments: which records are whose, and how spend that no record assigns is allocated. */
package dev.leadline.ledger.segment;
