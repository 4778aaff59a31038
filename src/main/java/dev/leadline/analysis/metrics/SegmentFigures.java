package dev.leadline.analysis.metrics;

import dev.leadline.analysis.estimate.Estimate;
import dev.leadline.analysis.estimate.PeerGroup;
import dev.leadline.analysis.estimate.SegmentContext;
import dev.leadline.analysis.estimate.SegmentEstimates;
import dev.leadline.analysis.segmentation.SegmentView;
import dev.leadline.analysis.segmentation.Segmentation;
import dev.leadline.analysis.stability.Stability;
import dev.leadline.analysis.stability.WorkspaceWeeks;
import dev.leadline.ledger.segment.DealCursor;
import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.platform.money.Money;
import dev.leadline.statistics.CohortTable;
import dev.leadline.statistics.CumulativeConversion;
import dev.leadline.statistics.TimingCurve;
import java.math.BigDecimal;

/** Puts the figures of a segment together. */
final class SegmentFigures {

    /** From so many deals on a segment's own days to deal are shown; below, the workspace's. */
    private static final int DEALS_FOR_OWN_TIMING = 30;

    /** Shares that differ by less are the same but for rounding. */
    private static final double ROUNDING = 1e-12;

    private final Segmentation segmentation;
    private final SegmentView view;
    private final double level;
    private final int horizon;
    private final WorkspaceWeeks all;

    SegmentFigures(Segmentation segmentation) {
        this.segmentation = segmentation;
        this.view = segmentation.view();
        this.level = segmentation.query().level();
        this.horizon = segmentation.query().horizonDays();
        this.all = WorkspaceWeeks.of(
                segmentation.everything(), segmentation.window().asOf());
    }

    /** The figures of a segment among its peers; of the total, which has none, with a peer group without siblings. */
    SegmentMetrics of(SegmentLedger segment, PeerGroup peerGroup) {
        SegmentContext context = new SegmentContext(segment, peerGroup, segmentation.window());
        SegmentEstimates estimates = SegmentEstimates.of(context, Omission.NONE);
        Sums sums = new Sums();
        int from = segmentation.window().from();
        int to = segmentation.window().to();
        for (DealCursor deal = segment.deals(segmentation.window().asOf(), Omission.NONE); deal.next(); ) {
            if (deal.cohortDay() >= from && deal.cohortDay() <= to) {
                sums.add(deal.isFirst(), deal.lag() > horizon, deal.revenueUnits(), deal.marginUnits());
            }
        }
        long inquiries = estimates.inquiries();
        BigDecimal spend = segment.windowSpend();
        Stability stability = Stability.of(segment, all, Stability.cycleWeeks(peerGroup.timing(), horizon));
        // What the next inquiries earn, as recommendations say it: where their cost has changed, their rate may have
        // too.
        int costFrom =
                stability.costFrom(segment.ledger(), from, segmentation.window().lastKnown());
        SegmentEstimates present = costFrom == from ? estimates : SegmentEstimates.of(context, costFrom, Omission.NONE);
        TimingCurve timing = timing(segment, estimates.cohorts(), sums.deals, peerGroup);
        return new SegmentMetrics(
                view.of(segment.segment()),
                segment.costIsAllocated() ? "allocated" : "direct",
                spend,
                inquiries,
                segment.invalidInquiries(
                        from, Math.min(to, segmentation.window().asOf())),
                sums.deals,
                sums.revenue.amount(),
                sums.margin.amount(),
                estimates.inquiriesPerDay(level),
                estimates.costPerInquiry(level),
                new SegmentMetrics.ConversionRate(
                        inquiries == 0 ? null : Estimate.rounded((double) sums.deals / inquiries),
                        noted(estimates.conversionRate(level), sums.lateFirst),
                        Estimate.rounded(estimates.maturity())),
                present.marginPerInquiry(level),
                estimates.marginPerDeal(level),
                new SegmentMetrics.Roi(
                        observedRoi(sums.margin.amount(), spend), noted(present.projectedRoi(level), sums.late)),
                present.maxAffordableCostPerInquiry(level),
                new SegmentMetrics.DaysToDeal(days(timing, 0.5), days(timing, 0.9)),
                sums.largestShare(),
                new SegmentMetrics.StabilityVerdicts(
                        stability.volume().summary(), stability.cost().summary()));
    }

    /** The segment's own where it has deals enough and is followed over the whole horizon, else by how much slower or faster it is than others. */
    private TimingCurve timing(SegmentLedger segment, CohortTable cohorts, long deals, PeerGroup peerGroup) {
        if (deals < DEALS_FOR_OWN_TIMING) {
            return peerGroup.timingOf(segment);
        }
        CumulativeConversion own = CumulativeConversion.fit(cohorts);
        return own.lastSupportedLag() >= horizon ? own : peerGroup.timingOf(segment);
    }

    /** What closed too late to belong to the horizon is in what was observed all the same. */
    private Estimate noted(Estimate byHorizon, long late) {
        return late == 0
                ? byHorizon
                : byHorizon.noting(
                        (late == 1 ? "1 deal" : late + " deals") + " closed later than the horizon of " + horizon
                                + " days: `observed` counts " + (late == 1 ? "it" : "them")
                                + ", this does not. Ask with a longer horizonDays to have "
                                + (late == 1 ? "it" : "them") + " in both.");
    }

    private static Double observedRoi(BigDecimal margin, BigDecimal spend) {
        return spend.signum() == 0 ? null : Estimate.rounded(margin.doubleValue() / spend.doubleValue() - 1);
    }

    /** The lag at which a share of the conversion by the horizon is reached; null while nothing is known of it. */
    private Integer days(TimingCurve timing, double share) {
        double goal = share * timing.at(horizon);
        int lag = 0;
        while (lag < horizon && timing.at(lag) < goal - ROUNDING) {
            lag++;
        }
        return goal > 0 ? lag : null;
    }

    /** What the deals of a window sum to, exactly. */
    private static final class Sums {
        private long deals;
        private long lateFirst;
        private long late;
        private long largest;
        private final Money.Sum revenue = new Money.Sum();
        private final Money.Sum margin = new Money.Sum();

        void add(boolean first, boolean tooLate, long revenueUnits, long marginUnits) {
            deals += first ? 1 : 0;
            lateFirst += first && tooLate ? 1 : 0;
            late += tooLate ? 1 : 0;
            largest = Math.max(largest, marginUnits);
            revenue.add(revenueUnits);
            margin.add(marginUnits);
        }

        Double largestShare() {
            double total = margin.amount().doubleValue();
            return total <= 0 || largest <= 0 ? null : Estimate.rounded(Money.approximate(largest) / total);
        }
    }
}
