package dev.leadline.analysis.cohorts;

import dev.leadline.analysis.estimate.Window;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.statistics.TimingCurve;

/** The part of a cohort's conversion that has not been seen, by lag. */
final class ProjectedConversion {

    private final SegmentLedger segment;
    private final Window window;
    private final int trackedFrom;
    private final TimingCurve timing;
    private final double atHorizon;

    ProjectedConversion(SegmentLedger segment, Window window, int trackedFrom, TimingCurve timing, int horizon) {
        this.segment = segment;
        this.window = window;
        this.trackedFrom = trackedFrom;
        this.timing = timing;
        this.atHorizon = timing.at(horizon);
    }

    /** Whether any deal is on record to take the timing from. */
    boolean isKnown() {
        return atHorizon > 0;
    }

    /** Whether every day of the cohort has reached the lag, and its deals were on record from the beginning. */
    boolean isNone(int lag) {
        return window.asOf() - window.to() >= lag && Math.max(0, window.from()) >= trackedFrom;
    }

    /** Sum of n_i (v - w_i), in inquiries: times the rate, the deals by a lag beyond those seen. Only where it is known. */
    double inquiries(int lag) {
        double shown = timing.at(lag);
        double sum = 0;
        for (int day = Math.max(0, window.from()); day <= window.lastKnown(); day++) {
            int firstSeen = Math.max(0, trackedFrom - day);
            int lastSeen = Math.min(lag, window.asOf() - day);
            double observed = firstSeen > lastSeen ? 0 : timing.at(lastSeen) - timing.at(firstSeen - 1);
            sum += segment.inquiries(day) * (shown - observed);
        }
        return sum / atHorizon;
    }
}
