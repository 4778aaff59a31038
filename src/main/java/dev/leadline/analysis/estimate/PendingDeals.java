package dev.leadline.analysis.estimate;

import dev.leadline.statistics.CohortTable;
import dev.leadline.statistics.TimingCurve;

/**
 * When the deals of a window's inquiries will have come.
 *
 * @param cohorts of the segment
 * @param timing of its deals, of which only the shape matters
 * @param horizonDays as far as deals count
 */
record PendingDeals(CohortTable cohorts, Window window, TimingCurve timing, int horizonDays) {

    /** How much of its outcome the window will have had time to show some days later, 0 to 1; 1 without inquiries. */
    double maturityWithin(int days) {
        double shown = 0;
        double all = 0;
        for (int cohort = window.first(); cohort <= window.lastKnown(); cohort++) {
            long count = cohorts.inquiries(cohort);
            shown += count * shareShown(window.asOf() - cohort + days);
            all += count;
        }
        return all == 0 ? 1 : shown / all;
    }

    /**
     * Inquiries times the share of their deals that comes within some days: of those that are here, and of as many a day as there have
     * been.
     */
    double comingWithin(int days, double inquiriesPerDay) {
        double coming = 0;
        for (int cohort = window.first(); cohort <= window.lastKnown(); cohort++) {
            int lag = window.asOf() - cohort;
            coming += cohorts.inquiries(cohort) * (shareShown(lag + days) - shareShown(lag));
        }
        for (int lag = 0; lag < days; lag++) {
            coming += inquiriesPerDay * shareShown(lag);
        }
        return coming;
    }

    /** The share of what an inquiry ever shows by the horizon that it has shown by a lag. */
    private double shareShown(int lag) {
        double ever = timing.at(horizonDays);
        if (lag < 0 || lag >= horizonDays || ever <= 0) {
            return lag >= horizonDays ? 1 : 0;
        }
        return timing.at(lag) / ever;
    }
}
