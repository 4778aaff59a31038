package dev.leadline.calibration.untidy;

import dev.leadline.analysis.query.AnalysisParameters;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.store.Ledger;
import java.time.LocalDate;
import java.util.Map;

/**
 * The history of a workspace and its truth.
 *
 * @param ledger what is on record up to the day that is asked about, its last
 * @param grouping by what it is divided into segments
 * @param truths of the segments that are judged, by their value of the grouping
 */
record UntidyMarket(Ledger ledger, Dimension grouping, Map<String, SegmentTruth> truths) {

    /** The terms that are asked by. */
    static final double TARGET = 0.3;

    static final int HORIZON = 180;

    /** The window of all answers by default: it ends on the day that is asked about. */
    static final int WINDOW_DAYS = AnalysisParameters.WINDOW_DAYS;

    /** The day that is asked about. */
    LocalDate lastDay() {
        return ledger.day(ledger.days() - 1);
    }
}
