package dev.leadline.decision.trackrecord;

import dev.leadline.decision.Judgement;
import dev.leadline.ledger.segment.SegmentLedger;
import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What was recommended of a segment at the end of a week, and what followed.
 *
 * @param segment as it stands now
 * @param day the Sunday
 * @param probability P, as it was given: that of the long run
 * @param predictive the probability that the outcome meets the target, by what was known then and what was spent afterwards
 * @param weeksOfDealRecords complete weeks since a deal of the segment could be on record
 * @param scaledBy the usual rules that would have scaled it
 * @param outcome of the inquiries received in the weeks after
 */
record PastDecision(
        SegmentLedger segment,
        LocalDate day,
        Judgement judgement,
        OptionalDouble probability,
        OptionalDouble predictive,
        int weeksOfDealRecords,
        Set<UsualRule> scaledBy,
        RealisedReturn outcome) {}
