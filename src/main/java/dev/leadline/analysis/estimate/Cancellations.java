package dev.leadline.analysis.estimate;

import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.statistics.CohortTable;
import dev.leadline.statistics.CumulativeConversion;

/**
 * How many of the deals that stand will yet be cancelled, by how long they have stood: from all deals of the workspace, as segments alone
 * have too few. The Kaplan-Meier estimate of the time from close to cancellation; beyond what has been followed no more are expected.
 *
 * @param cancelled the share of deals cancelled by days since the close
 * @param followed the day as far as that is followed
 * @param count how many cancellations it rests on
 */
record Cancellations(CumulativeConversion cancelled, int followed, long count) {

    static Cancellations of(SegmentLedger everything, int asOf, int trackedFrom) {
        CohortTable closings = everything.closings(asOf, trackedFrom);
        CumulativeConversion cancelled = CumulativeConversion.fit(closings);
        return new Cancellations(
                cancelled, cancelled.supported(Math.max(0, cancelled.lastLag())), closings.totalFirstDeals());
    }

    /** The probability that a deal which closed so many days ago and stands is not cancelled later. */
    double standing(int age) {
        double left = 1 - cancelled.at(Math.min(age, followed));
        return left <= 0 ? 1 : (1 - cancelled.at(followed)) / left;
    }
}
