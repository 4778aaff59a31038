package dev.leadline.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * How much more than by chance the deals of cohorts vary: phi, Pearson's chi-square over its degrees of freedom, of the deals of
 * months of cohorts against what their exposure has them expect. Real rates drift and deals are closed in batches; an interval
 * that knows of chance alone is then too narrow.
 */
public final class ConversionDispersion {

    /** About a month of cohorts: the scale on which rates drift and deals are closed together. */
    private static final int BLOCK_DAYS = 30;
    /** Deals: of fewer Pearson's statistic is not near chi-squared (W. G. Cochran 1954, Biometrics 10, 417-451). */
    private static final double FEWEST_EXPECTED = 1;
    /** Fewer months say too little of how much they differ. */
    private static final int FEWEST_BLOCKS = 4;
    /** What is known before: no dispersion, as much as so many degrees of freedom say. */
    private static final double PRIOR_FREEDOM = 4;

    private ConversionDispersion() {}

    /**
     * Estimates phi over all cohorts of a table.
     *
     * @param table the cohorts
     * @param timing when their deals come
     * @param horizon the horizon H in days, not negative
     * @return phi, at least 1; 1 while fewer than four months have shown enough to expect a deal
     * @throws IllegalArgumentException if the horizon is negative
     */
    public static double phi(CohortTable table, TimingCurve timing, int horizon) {
        ConversionExposure all = ConversionExposure.of(table, timing, horizon, 0, table.days() - 1);
        double rate = all.exposure() <= 0 ? 0 : Math.min(1, all.deals() / all.exposure());
        List<ConversionExposure> blocks = new ArrayList<>();
        for (int from = 0; from < table.days(); from += BLOCK_DAYS) {
            ConversionExposure block = ConversionExposure.of(table, timing, horizon, from, from + BLOCK_DAYS - 1);
            if (rate * block.exposure() >= FEWEST_EXPECTED) {
                blocks.add(block);
            }
        }
        if (blocks.size() < FEWEST_BLOCKS) {
            return 1;
        }
        double chiSquare = 0;
        for (ConversionExposure block : blocks) {
            double expected = rate * block.exposure();
            double variance = expected * (1 - expected / block.inquiries());
            double distance = block.deals() - expected;
            chiSquare += variance <= 0 ? 0 : distance * distance / variance;
        }
        return Math.max(1, (chiSquare + PRIOR_FREEDOM) / (blocks.size() - 1 + PRIOR_FREEDOM));
    }
}
