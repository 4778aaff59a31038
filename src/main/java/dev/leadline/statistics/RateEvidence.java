package dev.leadline.statistics;

/**
 * What one sibling says about the rates of its family.
 *
 * @param expectedExposure E, the inquiries that have had time to show their conversion, sum of n_i w_i; real, not
 *     negative
 * @param deals D, its first deals; may exceed E by chance where E is small
 */
public record RateEvidence(double expectedExposure, long deals) {

    /** @throws IllegalArgumentException if a value is negative or not finite */
    public RateEvidence {
        Check.nonNegative(expectedExposure, "expectedExposure");
        Check.argument(deals >= 0, "deals", "not negative", deals);
    }
}
