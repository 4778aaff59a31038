package dev.leadline.analysis.estimate;

import dev.leadline.ledger.segment.DealCursor;
import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.segment.Spending;
import dev.leadline.statistics.CohortTable;
import dev.leadline.statistics.ConversionExposure;
import dev.leadline.statistics.Garwood;
import dev.leadline.statistics.Interval;
import dev.leadline.statistics.MarginPerInquiryPosterior;
import dev.leadline.statistics.OutstandingMargin;
import dev.leadline.statistics.RatePosterior;
import dev.leadline.statistics.ValuePosterior;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** What is known of one segment over a window of cohorts, as of one day. */
public final class SegmentEstimates {

    private static final String REPEATS_DIFFER =
            "Its customers place far more, or far fewer, repeat orders than the workspace's, so"
                    + " first deals do not show what a customer is worth.";
    private static final String NO_VALUE =
            "No deal with a margin above 0 is on record yet, so the value of a deal is not known.";
    private static final String NO_INQUIRY = "No valid inquiry in the window.";
    private static final String NO_SPEND =
            "No spend is on record here, so it is not known what an inquiry costs. Post the spend; 0 if it costs nothing.";
    private static final String FREE = "The spend on record is 0.";
    private static final String NOTHING_SHOWN =
            "No cohort is old enough to tell, and there are too few siblings to compare with.";

    private static final double ROUNDING = 1e-9;

    private final SegmentContext context;
    private final SegmentLedger segment;
    private final PeerGroup peerGroup;
    private final Window window;
    private final int costFrom;
    private final Omission omission;
    private final CohortEvidence evidence;
    private final long inquiries;
    private final double spend;
    private final double phi;
    private final SpendBounds spendBounds;
    private final CostPerInquiry cost;
    private final int activeDays;
    private final ConversionExposure exposure;
    /** Null until it is asked for, as are the next; threads that ask at once compute the same. */
    private RatePosterior rate;

    private RecentChanges.Levels levels;
    private RatePosterior presentRate;
    private Optional<MarginPerInquiryPosterior> margin;

    private SegmentEstimates(
            SegmentContext context, int costFrom, Omission omission, OptionalDouble phi, CohortEvidence evidence) {
        this.context = context;
        this.segment = context.segment();
        this.peerGroup = context.peerGroup();
        this.window = context.window();
        this.costFrom = costFrom;
        this.omission = omission;
        this.evidence = evidence;
        int last = window.lastKnown();
        this.inquiries = inquiries(segment, window.first(), last, omission);
        this.spend = context.spend(window.first(), last, omission);
        this.spendBounds = new SpendBounds(segment, last, omission);
        int costStart = costStart();
        int active = segment.firstActiveDay();
        int start = Math.max(window.first(), active);
        this.activeDays = active < 0 ? 0 : Math.max(0, last - start + 1);
        this.phi = phi.orElseGet(() -> start > last
                ? 1
                : new DailyInquiries(segment, start, last, omission)
                        .dispersion(start, last)
                        .phi());
        this.cost = new CostPerInquiry(
                costStart == window.first() ? spend : context.spend(costStart, last, omission),
                inquiries(segment, costStart, last, omission),
                this.phi);
        this.exposure = evidence.exposure();
    }

    /**
     * Estimates a segment.
     *
     * @param omission what is left out, to see whether a conclusion rests on it
     */
    public static SegmentEstimates of(SegmentContext context, Omission omission) {
        return of(context, context.window().first(), omission);
    }

    /**
     * Estimates a segment whose cost per inquiry has changed its level within the window.
     *
     * @param costFrom the first day of the present level: what an inquiry costs is computed from there on
     */
    public static SegmentEstimates of(SegmentContext context, int costFrom, Omission omission) {
        CohortEvidence evidence = CohortEvidence.of(context, costFrom, omission);
        return new SegmentEstimates(context, costFrom, omission, OptionalDouble.empty(), evidence);
    }

    /** The same without something. */
    public SegmentEstimates without(Omission other) {
        return new SegmentEstimates(
                context, costFrom, other, OptionalDouble.empty(), CohortEvidence.of(context, costFrom, other));
    }

    /**
     * The same without the inquiries, the spend and the deals of some days, both included.
     *
     * @param costFrom the first day of the level that the cost has without them
     */
    public SegmentEstimates withoutDays(int from, int to, int costFrom) {
        return new SegmentEstimates(
                context,
                costFrom,
                Omission.ofDays(from, to),
                OptionalDouble.empty(),
                evidence.withoutDays(context, from, to));
    }

    /** The same with another part of the spend that no row assigns to the segment. */
    public SegmentEstimates at(Spending spending) {
        SegmentEstimates other =
                new SegmentEstimates(context.at(spending), costFrom, omission, OptionalDouble.of(phi), evidence);
        if (evidence.valueOfDeal().isPresent() && rateIsKnown()) {
            other.margin = margin();
            other.rate = rate();
            other.levels = levels();
            other.presentRate = presentRate();
        }
        return other;
    }

    /**
     * Whether too much of what an inquiry is said to cost is only a share of what was spent for other segments too, by inquiries: then
     * the true cost may be anything up to several times as much.
     */
    public boolean costIsNotKnown() {
        return spendBounds.tellNothing(costStart());
    }

    /** The first day of the window that the present cost is computed from. */
    private int costStart() {
        return Math.max(window.first(), costFrom);
    }

    /** Its orders that nobody knows whether such come again; empty without. */
    public Optional<LargeOrders> largeOrders() {
        return evidence.value().large();
    }

    /** The same if these come again as often as so far. */
    public SegmentEstimates ifLargeOrdersComeAgain() {
        return with(evidence.with(evidence.value().ifLargeComeAgain()));
    }

    /** The same if they never come again. */
    public SegmentEstimates ifLargeOrdersNeverComeAgain() {
        return with(evidence.with(evidence.value().ifLargeNeverComeAgain()));
    }

    private SegmentEstimates with(CohortEvidence other) {
        return new SegmentEstimates(context, costFrom, omission, OptionalDouble.of(phi), other);
    }

    /** A bound of the probability of the target whichever days are left out. */
    public LeaveOutBound leaveOutBound() {
        return new LeaveOutBound(context, costFrom, evidence);
    }

    /**
     * Estimates a part of a segment's window, too short to show its own over-dispersion.
     *
     * @param part of the window, with the group of {@link PeerGroup#forPartsOf}
     * @param phi the over-dispersion of the whole window
     */
    public static SegmentEstimates ofPart(SegmentContext part, double phi) {
        CohortEvidence evidence = CohortEvidence.of(part, part.window().first(), Omission.NONE);
        return new SegmentEstimates(part, part.window().first(), Omission.NONE, OptionalDouble.of(phi), evidence);
    }

    private static long inquiries(SegmentLedger segment, int from, int to, Omission omission) {
        return segment.inquiries(from, to)
                - segment.inquiries(Math.max(from, omission.fromDay()), Math.min(to, omission.toDay()));
    }

    private StandingMargin marginToHorizon() {
        StandingMargin.Sum sum = peerGroup.standingMargin();
        for (DealCursor deal = segment.deals(window.asOf(), omission); deal.next(); ) {
            boolean observed = deal.lag() >= peerGroup.trackedFrom() - deal.cohortDay();
            if (deal.cohortDay() >= window.first()
                    && deal.cohortDay() <= window.to()
                    && deal.lag() <= peerGroup.terms().horizonDays()
                    && observed) {
                sum.add(deal);
            }
        }
        return sum.result();
    }

    /** Valid inquiries of the window. */
    public long inquiries() {
        return inquiries;
    }

    /** Spend of the window, in the currency. */
    public double spend() {
        return spend;
    }

    /** Whether what the window cost is on record, be it 0; what is not is unknown, and no 0. */
    public boolean spendIsOnRecord() {
        return spend > 0 || segment.hasSpendOnRecord(window.first(), window.lastKnown());
    }

    /** Whether it is on record that nothing was spent. */
    public boolean isFree() {
        return spend == 0 && spendIsOnRecord();
    }

    /** First deals of the window at observed lags up to the horizon. */
    public long deals() {
        return exposure.deals();
    }

    /** All cohorts of the segment as of the day, those outside the window too. */
    public CohortTable cohorts() {
        return evidence.cohorts();
    }

    /** How much of its outcome the window has had time to show, 0 to 1. */
    public double maturity() {
        return exposure.maturity();
    }

    /** How much of its outcome the window's inquiries will have had time to show some days later, 0 to 1; 1 without any. */
    public double maturityWithin(int days) {
        return pendingDeals().maturityWithin(days);
    }

    private PendingDeals pendingDeals() {
        return new PendingDeals(
                evidence.cohorts(),
                window,
                peerGroup.timingOf(segment),
                peerGroup.terms().horizonDays());
    }

    /** The posterior of the share of the window's inquiries that become deals by the horizon. */
    public RatePosterior rate() {
        RatePosterior known = rate;
        if (known == null) {
            known = peerGroup.rate(evidence.cases());
            rate = known;
        }
        return known;
    }

    /** The posterior of the same share of the next inquiries, whose rate may be another. */
    public RatePosterior presentRate() {
        RatePosterior known = presentRate;
        if (known == null) {
            known = levels().levels().isEmpty() ? rate() : peerGroup.presentRate(evidence.cases(), levels());
            presentRate = known;
        }
        return known;
    }

    private RecentChanges.Levels levels() {
        RecentChanges.Levels known = levels;
        if (known == null) {
            known = peerGroup.levels(evidence.history());
            levels = known;
        }
        return known;
    }

    /** The probability that conversion has lately changed and is clearly lower since. */
    public double probabilityThatConversionFell() {
        return levels().fallen();
    }

    /**
     * First deals that are usually still to come within some days: from the inquiries that are here, and from as many a day as
     * there have been.
     */
    public double dealsExpectedWithin(int days) {
        double perDay = activeDays == 0 ? 0 : (double) inquiries / activeDays;
        return presentRate().quantile(0.5) * pendingDeals().comingWithin(days, perDay);
    }

    /** The posterior of the margin of a converting inquiry; empty while nothing is known of it. */
    public Optional<ValuePosterior> value() {
        return evidence.valueOfDeal();
    }

    /** The posterior of the margin per inquiry over the horizon. */
    public Optional<MarginPerInquiryPosterior> margin() {
        Optional<MarginPerInquiryPosterior> known = margin;
        if (known == null) {
            known = evidence.valueOfDeal().map(v -> MarginPerInquiryPosterior.of(presentRate(), v));
            margin = known;
        }
        return known;
    }

    /** What is known of whether its inquiries earn what they cost, and the target besides. */
    public TargetProbability target() {
        return new TargetProbability(inquiries, peerGroup, evidence, cost, this::margin, this::levels);
    }

    /** Over-dispersion of the daily inquiries. */
    public double phi() {
        return phi;
    }

    /** Inquiries a day, counted from its first activity in the window on; unknown without any. */
    public Estimate inquiriesPerDay(double level) {
        if (activeDays == 0) {
            return Estimate.unknown(level, "Garwood", "The segment has no day with activity in the window.");
        }
        return Estimate.of(
                Garwood.mean(inquiries, phi, level).times(1.0 / activeDays),
                dispersed("Garwood over " + activeDays + " days"),
                null);
    }

    /**
     * Money per inquiry over the whole window; without an inquiry only a lower bound, of what the spend did not buy; unknown where no
     * spend is on record.
     */
    public Estimate costPerInquiry(double level) {
        if (inquiries > 0 && !spendIsOnRecord()) {
            return Estimate.unknown(level, "Garwood, inverted", NO_SPEND);
        }
        boolean free = cost.spend() == 0;
        if (cost.inquiries() == 0) {
            // What was spent bought no more inquiries than Garwood's upper limit of none.
            double least = cost.spend() / Garwood.mean(0, phi, level).high();
            return new Estimate(null, free ? null : Estimate.rounded(least), null, level, "Garwood", NO_INQUIRY);
        }
        int from = costStart();
        Interval interval = cost.interval(level);
        Interval bounded = new Interval(
                interval.estimate(),
                interval.low() * spendBounds.ratio(from, Spending.LEAST),
                interval.high() * spendBounds.ratio(from, Spending.MOST),
                level);
        return spendBounds.applied(from, Estimate.of(bounded, dispersed("Garwood, inverted"), free ? FREE : null));
    }

    private String dispersed(String method) {
        return String.format(java.util.Locale.ROOT, "%s, over-dispersion %.2f", method, phi);
    }

    /** The share of inquiries with a deal by the horizon; unknown where neither cohorts nor siblings say anything of it. */
    public Estimate conversionRate(double level) {
        if (inquiries == 0) {
            return Estimate.unknown(level, peerGroup.rateMethod(), NO_INQUIRY);
        }
        if (!rateIsKnown()) {
            return Estimate.unknown(level, peerGroup.rateMethod(), NOTHING_SHOWN);
        }
        if (exposure.deals() == 0 && exposure.exposure() > 0) {
            // No deal yet: what the exposure alone still allows.
            double high = Math.min(1, Garwood.mean(0, level).high() / exposure.exposure());
            Interval shrunk = rate().interval(level);
            double estimate = Math.min(shrunk.estimate(), high);
            return Estimate.of(
                    new Interval(estimate, 0, high, level),
                    peerGroup.rateMethod() + ", bounds by Garwood",
                    "No deal yet.");
        }
        return Estimate.of(rate().interval(level), peerGroup.rateMethod(), exposureNote());
    }

    /** Whether the cohorts, or else their siblings, say anything of the rate. */
    public boolean rateIsKnown() {
        return evidence.informsRate(peerGroup);
    }

    private String exposureNote() {
        return exposure.exposure() > 0
                ? peerGroup.matureTiming().note().orElse(null)
                : "No cohort is old enough to tell; this is the peer group's rate.";
    }

    /** Money per converting inquiry by the horizon, repeat orders included; unknown where nothing tells a value. */
    public Estimate marginPerDeal(double level) {
        return evidence.valueOfDeal()
                .map(v -> Estimate.of(
                        v.interval(level),
                        peerGroup.valueMethod(),
                        evidence.value().note().orElse(null)))
                .orElseGet(() -> Estimate.unknown(level, "Bayesian bootstrap", noValue()));
    }

    /** Money per inquiry by the horizon, those that never buy included; unknown where rate or value is. */
    public Estimate marginPerInquiry(double level) {
        return fromMargin(level, m -> m, "rate x value posterior");
    }

    /** (margin discounted, less the handling) / (1 + target); before the first inquiry the peer group's, if that is known. */
    public Estimate maxAffordableCostPerInquiry(double level) {
        Terms terms = peerGroup.terms();
        Rising affordable = m -> (m * peerGroup.discountFactor() - terms.handlingCost()) / (1 + terms.targetRoi());
        String method = "rate x value posterior, discounted, less handling, at the target";
        return inquiries == 0 && evidence.valueOfDeal().isPresent() && rateIsKnown()
                ? Estimate.of(affordable.of(margin().get().interval(level)), method, exposureNote())
                : fromMargin(level, affordable, method);
    }

    /** Margin of the window's cohorts by the horizon over their spend, less 1: what is here and what is still to come. */
    public Estimate projectedRoi(double level) {
        String method = "observed margin + orders still to come";
        if (spend == 0) {
            return Estimate.unknown(level, method, "No spend in the window, so there is no return on it.");
        }
        ReturnOnSpend roi = new ReturnOnSpend(spend, window.first(), spendBounds);
        StandingMargin seen = marginToHorizon();
        double unseen =
                peerGroup.outstanding(segment, evidence.cohorts(), exposure, window.first(), window.lastKnown());
        if (inquiries > 0 && unseen < ROUNDING * inquiries) {
            Estimate observed = Estimate.of(
                    roi.of(seen, new Interval(0, 0, 0, level)),
                    seen.variance() == 0 ? "observed margin" : "observed margin less cancellations still to come",
                    seen.variance() == 0
                            ? "All of it is already observed."
                            : "All orders are already observed; some are expected to be cancelled yet.");
            return spendBounds.applied(window.first(), observed);
        }
        return spendBounds.applied(
                window.first(),
                known(
                        level,
                        method,
                        () -> roi.of(
                                seen,
                                OutstandingMargin.of(
                                        presentRate(), evidence.valueOfDeal().get(), margin().get(), unseen, level))));
    }

    private interface Rising {
        double of(double margin);

        default Interval of(Interval margin) {
            return new Interval(of(margin.estimate()), of(margin.low()), of(margin.high()), margin.level());
        }
    }

    private Estimate fromMargin(double level, Rising figure, String method) {
        return known(level, method, () -> figure.of(margin().get().interval(level)));
    }

    private String noValue() {
        return evidence.value().repeatsDiffer() ? REPEATS_DIFFER : NO_VALUE;
    }

    /** A figure of the margin, or why there is none. */
    private Estimate known(double level, String method, Supplier<Interval> figure) {
        if (inquiries == 0) {
            return Estimate.unknown(level, method, NO_INQUIRY);
        }
        if (evidence.valueOfDeal().isEmpty()) {
            return Estimate.unknown(level, method, noValue());
        }
        return rateIsKnown()
                ? Estimate.of(figure.get(), method, exposureNote())
                : Estimate.unknown(level, method, NOTHING_SHOWN);
    }
}
