package dev.leadline.analysis.estimate;

import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.platform.concurrent.InParallel;
import dev.leadline.statistics.BetaPrior;
import dev.leadline.statistics.CohortTable;
import dev.leadline.statistics.ConversionExposure;
import dev.leadline.statistics.CumulativeConversion;
import dev.leadline.statistics.MarginStatistics;
import dev.leadline.statistics.MatureConversion;
import dev.leadline.statistics.OddOrders;
import dev.leadline.statistics.OrderCheck;
import dev.leadline.statistics.OrderMargins;
import dev.leadline.statistics.RateEvidence;
import dev.leadline.statistics.RatePosterior;
import dev.leadline.statistics.RelativeRates;
import dev.leadline.statistics.TimingCurve;
import dev.leadline.statistics.ValuePrior;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the segments of an answer share, as of one day: the timing of deals, the spread of their rates, the value of a deal
 * where a segment has too few of its own. The shape of the timing is the workspace's, its speed the segment's own; rates come from the siblings.
 */
public final class PeerGroup {

    private static final String RATE_METHOD = "posterior by exposure, timing of the workspace";

    private static final String OWN_TIMING = "posterior by exposure, timing of the workspace at the segment's speed";

    private static final int PERIOD_DAYS = 90;

    private final WholeWorkspace whole;
    private final ValuePrior valuePrior;
    /** The timing of siblings, by number, where theirs differ: the likeliest alone, and with what else is plausible. */
    private final Optional<IntFunction<TimingCurve>> curves;

    private final Optional<IntFunction<SegmentTiming>> timings;
    private final Map<SegmentLedger, Integer> numbers;
    /** Of all else. */
    private final SegmentTiming timing;

    /** How likely it is that a segment's rate has changed lately; empty for parts of a segment, which are short. */
    private final Optional<RecentChanges> changes;

    private final boolean informed;
    private final String rateMethod;
    /** Of the siblings, so that each is counted out only once; the same of all their orders. */
    private final Map<SegmentLedger, CohortTable> cohorts;

    private final Map<SegmentLedger, OrderMargins> orders;
    private final OrderCheck orderCheck;
    /** How much more often than the workspace's the siblings' customers come back. */
    private final Map<SegmentLedger, RelativeRates.Relative> repeatRates;

    private PeerGroup(WholeWorkspace whole, List<SegmentLedger> siblings, List<CohortTable> cohorts, Window window) {
        this.whole = whole;
        this.cohorts = bySibling(siblings, cohorts);
        List<OrderMargins> all = InParallel.map(siblings, sibling -> ordersOf(sibling, 0, whole.asOf(), Omission.NONE));
        this.orders = bySibling(siblings, all);
        this.orderCheck = OrderCheck.of(all);
        this.repeatRates = bySibling(siblings, whole.repeatRates().relative(siblings));
        this.valuePrior = ValuePrior.ofSiblings(
                whole.margins(), all.stream().map(OrderMargins::statistics).toList());
        SiblingTimings known = new SiblingTimings(whole, cohorts);
        List<RateHistory> histories = known.histories(window);
        List<RateEvidence> evidence = evidence(histories.stream().map(RateHistory::all));
        boolean enough = evidence.size() >= BetaPrior.FEWEST_SIBLINGS;
        List<RateEvidence> kin = enough ? evidence : earlier(window);
        this.informed = !kin.isEmpty();
        BetaPrior prior = kin.isEmpty() ? BetaPrior.weak() : BetaPrior.empiricalBayes(kin);
        int from = enough ? window.first() : 0;
        int last = kin.isEmpty() ? from - 1 : enough ? window.lastKnown() : window.first() - 1;
        this.timing = known.ofWorkspace(prior, from, last);
        this.curves = known.curves();
        this.timings = known.ofSiblings(prior, from, last);
        this.changes = Optional.of(RecentChanges.of(prior, whole.dispersion(), histories));
        this.numbers =
                bySibling(siblings, IntStream.range(0, siblings.size()).boxed().toList());
        String shrunkTo = kin.size() + (enough ? " siblings" : " earlier periods of the workspace");
        this.rateMethod = timingMethod() + (informed ? "shrunk to " + shrunkTo : "not shrunk");
    }

    private PeerGroup(PeerGroup of, ValuePrior valuePrior, SegmentTiming timing, String rateMethod) {
        this.whole = of.whole;
        this.cohorts = of.cohorts;
        this.orders = of.orders;
        this.orderCheck = of.orderCheck;
        this.repeatRates = of.repeatRates;
        this.valuePrior = valuePrior;
        this.curves = Optional.empty();
        this.timings = Optional.empty();
        this.numbers = Map.of();
        this.timing = timing;
        this.changes = Optional.empty();
        this.informed = true;
        this.rateMethod = rateMethod;
    }

    private static <T> Map<SegmentLedger, T> bySibling(List<SegmentLedger> siblings, List<T> values) {
        Map<SegmentLedger, T> bySibling = new IdentityHashMap<>();
        for (int i = 0; i < siblings.size(); i++) {
            bySibling.put(siblings.get(i), values.get(i));
        }
        return bySibling;
    }

    /**
     * @param everything all of the workspace, for the timing
     * @param siblings the segments of one grouping; fewer than five are shrunk to what the workspace showed before the window
     * @param window the cohorts from which the siblings' rates are taken
     */
    public static PeerGroup of(Terms terms, SegmentLedger everything, List<SegmentLedger> siblings, Window window) {
        int asOf = window.asOf();
        int trackedFrom = terms.trackedFrom(everything.ledger());
        WholeWorkspace[] whole = new WholeWorkspace[1];
        CohortTable[] cohorts = new CohortTable[siblings.size()];
        List<Runnable> tasks = new ArrayList<>();
        tasks.add(() -> whole[0] = WholeWorkspace.of(terms, everything, asOf));
        for (int i = 0; i < cohorts.length; i++) {
            int sibling = i;
            tasks.add(() -> cohorts[sibling] = siblings.get(sibling).cohorts(asOf, trackedFrom, Omission.NONE));
        }
        InParallel.run(tasks);
        return new PeerGroup(whole[0], siblings, List.of(cohorts), window);
    }

    /** What the segments of another grouping of the workspace share; a segment without siblings shares what the workspace shows. */
    public PeerGroup among(List<SegmentLedger> others, Window window) {
        return new PeerGroup(
                whole,
                others,
                InParallel.map(others, other -> other.cohorts(whole.asOf(), whole.trackedFrom(), Omission.NONE)),
                window);
    }

    /**
     * What parts of one segment's cohorts share, its weeks say. A part alone says little, so its rate is shrunk to the segment's
     * other parts, and its value of a deal to the segment's, where that has deals enough. While no part has shown anything
     * this peer group stands as it is.
     */
    public PeerGroup forPartsOf(SegmentLedger segment, List<Window> parts) {
        if (parts.isEmpty()) {
            return this;
        }
        CohortTable table = cohorts(segment);
        SegmentTiming own = timing(segment);
        List<RateEvidence> evidence =
                evidence(parts.stream().map(part -> own.exposure(table, part.first(), part.lastKnown())));
        if (evidence.isEmpty()) {
            return this;
        }
        MarginStatistics margins = margins(segment);
        return new PeerGroup(
                this,
                margins.positives() < ValuePrior.PRIOR_DEALS ? valuePrior : ValuePrior.ofParent(margins),
                own.withPrior(
                        BetaPrior.empiricalBayes(evidence),
                        table,
                        parts.get(0).first(),
                        parts.get(parts.size() - 1).lastKnown()),
                timingMethod() + "shrunk to the segment's " + evidence.size() + " periods");
    }

    /**
     * When the deals of a segment come: F by lag, at its own speed where segments differ, of which only the shape matters.
     *
     * @return F over the horizon, what lies beyond the data modelled
     */
    public TimingCurve timingOf(SegmentLedger segment) {
        Integer number = numbers.get(segment);
        return curves.filter(c -> number != null).map(c -> c.apply(number)).orElse(timing.curve());
    }

    /** When the deals of a segment come, and what else is plausible. */
    SegmentTiming timing(SegmentLedger segment) {
        Integer number = numbers.get(segment);
        return timings.filter(t -> number != null).map(t -> t.apply(number)).orElse(timing);
    }

    private String timingMethod() {
        return (timings.isEmpty() ? RATE_METHOD : OWN_TIMING)
                + (whole.mature().extrapolatedShare() > 0
                        ? " to " + whole.mature().carriedLag() + " days, then by a mixture-cure model, "
                        : ", ");
    }

    /** What the workspace's quarters before a window have shown: the parent of a segment that has no siblings. */
    private List<RateEvidence> earlier(Window window) {
        return evidence(
                IntStream.iterate(window.first() - PERIOD_DAYS, from -> from > -PERIOD_DAYS, from -> from - PERIOD_DAYS)
                        .mapToObj(from ->
                                ConversionExposure.of(whole.cohorts(), whole.shares(), from, from + PERIOD_DAYS - 1)));
    }

    /** Of those that have shown anything. */
    private static List<RateEvidence> evidence(Stream<ConversionExposure> shown) {
        return shown.filter(e -> e.exposure() > 0)
                .map(e -> new RateEvidence(e.exposure(), e.deals()))
                .toList();
    }

    /** What all deals known by now are worth. */
    private MarginStatistics margins(SegmentLedger segment) {
        return segment == whole.everything()
                ? whole.margins()
                : orders(segment, 0, whole.asOf(), Omission.NONE).statistics();
    }

    /** The margins of deals of the cohorts of some days: first deals, or a customer's together, by {@link RepeatOrders}. */
    OrderMargins orders(SegmentLedger segment, int from, int to, Omission omission) {
        boolean all = from <= 0 && to >= whole.asOf() && omission.equals(Omission.NONE);
        OrderMargins known = all ? orders.get(segment) : null;
        return known == null ? ordersOf(segment, from, to, omission) : known;
    }

    private OrderMargins ordersOf(SegmentLedger segment, int from, int to, Omission omission) {
        return OrderMargins.of(whole.repeats().margins(segment, from, to, terms().horizonDays(), omission));
    }

    /** What deals of the cohorts of some days are worth, both included. */
    MarginStatistics margins(SegmentLedger segment, int from, int to) {
        return MarginStatistics.of(whole.repeats().margins(segment, from, to, terms().horizonDays(), Omission.NONE));
    }

    /** Which of a segment's orders are unlike those of its siblings. */
    OddOrders oddOrders(SegmentLedger segment, OrderMargins own) {
        return orderCheck.of(own, orders.get(segment));
    }

    /** Whether first deals say nothing of what a segment's customers are worth. */
    boolean repeatsDiffer(SegmentLedger segment, Window window) {
        return whole.repeats()
                .differIn(
                        segment,
                        window.first(),
                        window.lastKnown(),
                        terms().horizonDays(),
                        repeatRatio(segment).mean());
    }

    /** The cohorts of a segment as of this peer group's day. */
    CohortTable cohorts(SegmentLedger segment) {
        CohortTable known = segment == whole.everything() ? whole.cohorts() : cohorts.get(segment);
        return known == null ? segment.cohorts(whole.asOf(), whole.trackedFrom(), Omission.NONE) : known;
    }

    /** What cohorts of a window have shown before the rate may have changed, and since. */
    RateHistory history(CohortTable cohorts, SegmentTiming timing, Window window, int costFrom) {
        return changes.isEmpty()
                ? RateHistory.steady(timing.exposure(cohorts, window.first(), window.lastKnown()))
                : RateHistory.of(cohorts, timing.shares(), window, costFrom);
    }

    /** The levels that the rate may have if it has changed lately. */
    RecentChanges.Levels levels(RateHistory history) {
        return changes.map(c -> c.of(history)).orElse(RecentChanges.Levels.NONE);
    }

    /** The posterior of the rate of a window, the uncertainty of the timing in it, from what its cohorts have shown by each timing. */
    RatePosterior rate(List<RatePosterior.Case> cases) {
        return RatePosterior.mixture(whole.dispersion(), cases);
    }

    /** The posterior of the rate as it is now, which may have changed. */
    RatePosterior presentRate(List<RatePosterior.Case> cases, RecentChanges.Levels levels) {
        return RatePosterior.mixture(whole.dispersion(), cases, levels.levels());
    }

    /** A bound from below of the probability that the {@link #presentRate} is so high at least; it costs next to nothing. */
    double presentRateLowerBound(List<RatePosterior.Case> cases, RecentChanges.Levels levels, double rate) {
        return RatePosterior.leastProbability(whole.dispersion(), cases, levels.levels(), rate);
    }

    /** Horizon, target and the rest of what the question is asked with. */
    public Terms terms() {
        return whole.terms();
    }

    /** F, the cumulative conversion by lag of the workspace, as far as it has been observed. */
    public CumulativeConversion timing() {
        return whole.timing();
    }

    /** F over the whole horizon, what lies beyond the data modelled. */
    public MatureConversion matureTiming() {
        return whole.mature();
    }

    int trackedFrom() {
        return whole.trackedFrom();
    }

    /** What is known of the value of a deal before those of a segment's window are seen: of other segments, and of its other deals. */
    ValuePrior valuePrior(SegmentLedger segment, OrderMargins ofWindow) {
        MarginStatistics all = margins(segment);
        return valuePrior.replacing(all, all.minus(ofWindow.statistics()));
    }

    /** How the value of a deal is arrived at, for {@code method}. */
    String valueMethod() {
        int siblings = valuePrior.siblings();
        return "Bayesian bootstrap, shrunk to " + (siblings > 0 ? siblings + " siblings" : "the workspace");
    }

    /** A sum of deals as of this peer group's day, with what later cancellations will leave of it. */
    StandingMargin.Sum standingMargin() {
        return new StandingMargin.Sum(whole.cancellations(), whole.asOf());
    }

    /** All margin to first-deal margin of a segment. */
    RepeatRatio repeatRatio(SegmentLedger segment) {
        return RepeatRatio.of(whole.repeats().ratio(), repeatRates.getOrDefault(segment, RelativeRates.Relative.ONE));
    }

    /**
     * Inquiries times the share of their orders' margin by the horizon that is still to come, of some cohort days, both included: of
     * first deals what lies beyond the exposure, of repeat orders what by their own timing is not due yet; where a customer's orders
     * are taken together, of all of them.
     */
    double outstanding(SegmentLedger segment, CohortTable table, ConversionExposure exposure, int from, int to) {
        double firsts = Math.max(0, exposure.inquiries() - exposure.exposure());
        double ratio = repeatRatio(segment).mean();
        double more = ratio - 1;
        if (more <= 0 && !whole.repeats().together()) {
            return firsts;
        }
        double shown =
                ConversionExposure.of(table, whole.repeatShares(), from, to).exposure();
        if (whole.repeats().together()) {
            return Math.max(0, exposure.inquiries() - shown);
        }
        return (firsts + more * Math.max(0, exposure.inquiries() - shown)) / ratio;
    }

    /** The margin per inquiry over the horizon at which an inquiry of this cost just reaches the target. */
    double marginNeeded(double cost) {
        return ((1 + terms().targetRoi()) * cost + terms().handlingCost()) / whole.discountFactor();
    }

    double discountFactor() {
        return whole.discountFactor();
    }

    /** Whether the prior rests on records, so that it says something of a segment that has shown nothing yet. */
    boolean isInformed() {
        return informed;
    }

    /** How a segment's rate was arrived at, for {@code method}. */
    public String rateMethod() {
        return rateMethod;
    }
}
