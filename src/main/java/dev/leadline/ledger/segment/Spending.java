package dev.leadline.ledger.segment;

/**
 * How much of the spend that no row assigns to a segment is taken for its own. What its share was is not on record; between the least
 * and the most it lies for certain.
 */
public enum Spending {
    /** In proportion to its inquiries. */
    SHARED,
    /** None of it: only what is known to be the segment's. */
    LEAST,
    /** All of it, as if it had been spent for this segment alone. */
    MOST
}
