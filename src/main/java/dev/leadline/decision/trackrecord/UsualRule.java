package dev.leadline.decision.trackrecord;

import dev.leadline.analysis.bucket.Week;
import dev.leadline.ledger.segment.SegmentLedger;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Rules that many go by: scale what sold well lately. */
@Schema(description = """
                Rules that many go by.

                - `LAST_WEEK`: scale when the margin closed in the last 7 days, over what was spent in them, beats the target
                - `LAST_30_DAYS`: the same of the last 30 days
                """)
enum UsualRule {
    /** By the sales and the spend of the last week. */
    LAST_WEEK(Week.DAYS),
    /** By the sales and the spend of the last 30 days. */
    LAST_30_DAYS(30);

    private final int days;

    UsualRule(int days) {
        this.days = days;
    }

    /** Whether the rule would scale a segment at the end of a day; never where nothing was spent. */
    boolean scales(SegmentLedger segment, int day, double targetRoi) {
        RealisedReturn lately = RealisedReturn.ofSales(segment, day - days + 1, day);
        return lately.isKnown() && lately.roi() >= targetRoi;
    }
}
