package dev.leadline.statistics;

/**
 * The share of inquiries converted by a lag, F(k): estimated without a model ({@link CumulativeConversion}) or given
 * by one.
 *
 * <p>F is 0 below lag 0, never falls and stays within 0 and 1. Where only timing is of interest its level does not
 * matter.
 */
@FunctionalInterface
public interface TimingCurve {

    /**
     * @param lag any lag in days
     * @return F(lag)
     */
    double at(int lag);
}
