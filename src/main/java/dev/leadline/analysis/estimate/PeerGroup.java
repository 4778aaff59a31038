package dev.leadline.analysis.estimate;

import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.platform.concurrent.InParallel;
import dev.leadline.statistics.BetaPrior;
import dev.leadline.statistics.CohortMaturity;
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
import dev.leadline.statistics.ValuePrior;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What the segments of an answer share, as of one day: the timing of deals, the spread of their rates, the value of a deal
 * where a segment has too few of its own. Timing is pooled over the workspace; rates come from the siblings.
 */
public final class PeerGroup {

    private static final String RATE_METHOD = "posterior by exposure, timing of the workspace";

    private static final int PERIOD_DAYS = 90;

    /** A plausible timing, its probability, and the prior of a rate by it. */
    private record Timing(double weight, CohortMaturity shares, BetaPrior prior) {}

    private final WholeWorkspace whole;
    private final ValuePrior valuePrior;
    private final List<Timing> timings;
    private final boolean informed;
    private final String rateMethod;
    /** Of the siblings, so that each is counted out only once; the same of all their orders. */
    private final Map<SegmentLedger, CohortTable> cohorts;

    private final Map<SegmentLedger, OrderMargins> orders;
    private final OrderCheck orderCheck;

    private PeerGroup(WholeWorkspace whole, List<SegmentLedger> siblings, List<CohortTable> cohorts, Window window) {
        this.whole = whole;
        this.cohorts = bySibling(siblings, cohorts);
        List<OrderMargins> all = InParallel.map(siblings, sibling -> ordersOf(sibling, 0, whole.asOf(), Omission.NONE));
        this.orders = bySibling(siblings, all);
        this.orderCheck = OrderCheck.of(all);
        this.valuePrior = ValuePrior.ofSiblings(
                whole.margins(), all.stream().map(OrderMargins::statistics).toList());
        List<RateEvidence> evidence = siblings.stream()
                .map(sibling -> evidence(sibling, window))
                .filter(e -> e.expectedExposure() > 0)
                .toList();
        boolean enough = evidence.size() >= BetaPrior.FEWEST_SIBLINGS;
        List<RateEvidence> kin = enough ? evidence : earlier(window);
        this.informed = !kin.isEmpty();
        this.timings = enough
                ? timings(whole.cohorts(), kin, window.first(), window.lastKnown())
                : timings(whole.cohorts(), kin, 0, window.first() - 1);
        String shrunkTo = kin.size() + (enough ? " siblings" : " earlier periods of the workspace");
        this.rateMethod = timingMethod() + (informed ? "shrunk to " + shrunkTo : "not shrunk");
    }

    private PeerGroup(PeerGroup of, ValuePrior valuePrior, List<Timing> timings, String rateMethod) {
        this.whole = of.whole;
        this.cohorts = of.cohorts;
        this.orders = of.orders;
        this.orderCheck = of.orderCheck;
        this.valuePrior = valuePrior;
        this.timings = timings;
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
        List<RateEvidence> evidence = parts.stream()
                .map(part -> exposure(table, part.first(), part.lastKnown()))
                .filter(e -> e.exposure() > 0)
                .map(e -> new RateEvidence(e.exposure(), e.deals()))
                .toList();
        if (evidence.isEmpty()) {
            return this;
        }
        MarginStatistics own = margins(segment);
        return new PeerGroup(
                this,
                own.positives() < ValuePrior.PRIOR_DEALS ? valuePrior : ValuePrior.ofParent(own),
                timings(
                        table,
                        evidence,
                        parts.get(0).first(),
                        parts.get(parts.size() - 1).lastKnown()),
                timingMethod() + "shrunk to the segment's " + evidence.size() + " periods");
    }

    /**
     * The plausible timings, each with the prior as it is by that timing: if less of the deals has come so far, all rates are as
     * much higher.
     *
     * @param kin by whose rates the prior is set; none: it is weak by any timing
     * @param from the first of the cohort days behind them
     * @param to the last of them
     */
    private List<Timing> timings(CohortTable table, List<RateEvidence> kin, int from, int to) {
        BetaPrior central = kin.isEmpty() ? BetaPrior.weak() : BetaPrior.empiricalBayes(kin);
        double exposure = exposure(table, from, to).exposure();
        return whole.mature().plausible().stream()
                .map(p -> {
                    CohortMaturity shown = CohortMaturity.of(table, p.timing(), terms().horizonDays());
                    double by = ConversionExposure.of(table, shown, from, to).exposure();
                    boolean moved = !kin.isEmpty() && exposure > 0 && by > 0;
                    return new Timing(p.weight(), shown, moved ? central.times(exposure / by) : central);
                })
                .toList();
    }

    private String timingMethod() {
        return RATE_METHOD
                + (whole.mature().extrapolatedShare() > 0
                        ? " to " + whole.mature().carriedLag() + " days, then by a mixture-cure model, "
                        : ", ");
    }

    /** What the workspace's quarters before a window have shown: the parent of a segment that has no siblings. */
    private List<RateEvidence> earlier(Window window) {
        return IntStream.iterate(window.first() - PERIOD_DAYS, from -> from > -PERIOD_DAYS, from -> from - PERIOD_DAYS)
                .mapToObj(from -> exposure(whole.cohorts(), from, from + PERIOD_DAYS - 1))
                .filter(e -> e.exposure() > 0)
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
        return whole.repeats().differIn(segment, window.first(), window.lastKnown(), terms().horizonDays());
    }

    private RateEvidence evidence(SegmentLedger sibling, Window window) {
        ConversionExposure exposure = exposure(cohorts(sibling), window.first(), window.lastKnown());
        return new RateEvidence(exposure.exposure(), exposure.deals());
    }

    /** The cohorts of a segment as of this peer group's day. */
    CohortTable cohorts(SegmentLedger segment) {
        CohortTable known = segment == whole.everything() ? whole.cohorts() : cohorts.get(segment);
        return known == null ? segment.cohorts(whole.asOf(), whole.trackedFrom(), Omission.NONE) : known;
    }

    /** What the cohorts of some days, both included, have shown by the likeliest timing. */
    ConversionExposure exposure(CohortTable table, int from, int to) {
        return ConversionExposure.of(table, whole.shares(), from, to);
    }

    /** What they have shown by each plausible timing, for {@link #rate}. */
    List<ConversionExposure> exposures(CohortTable table, int from, int to) {
        return timings.stream()
                .map(t -> ConversionExposure.of(table, t.shares(), from, to))
                .toList();
    }

    /** The posterior of a rate, the uncertainty of the timing in it, from the {@link #exposures} of its cohorts. */
    RatePosterior rate(List<ConversionExposure> exposures) {
        return RatePosterior.mixture(whole.dispersion(), cases(exposures));
    }

    /** A bound from below of the probability that the {@link #rate} is so high at least; it costs next to nothing. */
    double rateLowerBound(List<ConversionExposure> exposures, double rate) {
        return RatePosterior.leastProbability(whole.dispersion(), cases(exposures), rate);
    }

    private List<RatePosterior.Case> cases(List<ConversionExposure> exposures) {
        return IntStream.range(0, timings.size())
                .mapToObj(i -> new RatePosterior.Case(
                        timings.get(i).weight(), timings.get(i).prior(), exposures.get(i)))
                .toList();
    }

    /** The share of what an inquiry ever shows by the horizon that it has shown by a lag. */
    double shareShown(int lag) {
        double ever = whole.mature().at(terms().horizonDays());
        if (lag < 0 || lag >= terms().horizonDays() || ever <= 0) {
            return lag >= terms().horizonDays() ? 1 : 0;
        }
        return whole.mature().at(lag) / ever;
    }

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

    double repeatRatio() {
        return whole.repeats().ratio();
    }

    /**
     * Inquiries times the share of their orders' margin by the horizon that is still to come, of some cohort days, both included: of
     * first deals what lies beyond the exposure, of repeat orders what by their own timing is not due yet; where a customer's orders
     * are taken together, of all of them.
     */
    double outstanding(CohortTable table, ConversionExposure exposure, int from, int to) {
        double firsts = Math.max(0, exposure.inquiries() - exposure.exposure());
        double more = whole.repeats().ratio() - 1;
        if (more <= 0 && !whole.repeats().together()) {
            return firsts;
        }
        double shown =
                ConversionExposure.of(table, whole.repeatShares(), from, to).exposure();
        if (whole.repeats().together()) {
            return Math.max(0, exposure.inquiries() - shown);
        }
        return (firsts + more * Math.max(0, exposure.inquiries() - shown))
                / whole.repeats().ratio();
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
