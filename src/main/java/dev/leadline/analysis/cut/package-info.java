/** A query's ledger, cut into its segments, and how a segment is shown. */
package dev.leadline.analysis.cut;
