/**
 * Estimates per segment from the ledger: volume, cost, conversion, margin and return, stability, diagnosis. Pure functions of
 * (ledger as of a day, settings, day); what to do about them is the decision's business.
 */
package dev.leadline.analysis;
