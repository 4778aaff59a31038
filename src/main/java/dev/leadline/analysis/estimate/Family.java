package dev.leadline.analysis.estimate;

import dev.leadline.ledger.Ledger;
import dev.leadline.ledger.Money;
import dev.leadline.ledger.Omission;
import dev.leadline.ledger.SegmentLedger;
import dev.leadline.statistics.BetaPrior;
import dev.leadline.statistics.CohortTable;
import dev.leadline.statistics.ConversionDispersion;
import dev.leadline.statistics.ConversionExposure;
import dev.leadline.statistics.CumulativeConversion;
import dev.leadline.statistics.MarginStatistics;
import dev.leadline.statistics.MatureConversion;
import dev.leadline.statistics.MeanCumulativeMargin;
import dev.leadline.statistics.RateEvidence;
import dev.leadline.statistics.RatePosterior;
import dev.leadline.statistics.TimingCurve;
import dev.leadline.statistics.ValuePosterior;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the segments of an answer share, as of one day: the timing of deals, the spread of their rates, the value of a deal
 * where a segment has too few of its own. Timing is pooled over the workspace; rates come from the siblings.
 */
public final class Family {

    private static final String RATE_METHOD = "posterior by exposure, timing of the workspace";

    private static final int PERIOD_DAYS = 90;

    /** A plausible timing, its probability, and the prior of a rate by it. */
    private record Timing(double weight, TimingCurve curve, BetaPrior prior) {}

    private final Terms terms;
    private final int trackedFrom;
    private final CumulativeConversion timing;
    /** The timing over the whole horizon. */
    private final MatureConversion mature;
    /** How much more than by chance the deals of the workspace's cohorts vary. */
    private final double dispersion;

    private final MarginStatistics margins;
    private final double repeatRatio;
    private final double discountFactor;
    private final List<Timing> timings;
    private final boolean informed;
    private final String rateMethod;

    private Family(Terms terms, SegmentLedger everything, List<SegmentLedger> siblings, Window window) {
        this.terms = terms;
        this.trackedFrom = trackedFrom(terms, everything.ledger());
        CohortTable table = everything.cohorts(window.asOf(), trackedFrom, Omission.NONE);
        this.timing = CumulativeConversion.fit(table);
        this.mature = MatureConversion.fit(table, timing, terms.horizonDays());
        this.dispersion = ConversionDispersion.phi(table, mature, terms.horizonDays());
        MeanCumulativeMargin margin = MeanCumulativeMargin.fit(table);
        this.margins = everything.firstDealMargins(window.asOf(), 0, window.asOf(), terms.horizonDays(), Omission.NONE);
        this.repeatRatio = repeatRatio(everything, window.asOf());
        double undiscounted = margin.at(terms.horizonDays());
        this.discountFactor =
                undiscounted <= 0 ? 1 : margin.discountedAt(terms.horizonDays(), terms.discountRate()) / undiscounted;
        List<RateEvidence> evidence = siblings.stream()
                .map(sibling -> evidence(sibling, window))
                .filter(e -> e.expectedExposure() > 0)
                .toList();
        boolean family = evidence.size() >= BetaPrior.FEWEST_SIBLINGS;
        List<RateEvidence> kin = family ? evidence : earlier(table, window);
        this.informed = !kin.isEmpty();
        Window shown = family ? window : new Window(0, window.first() - 1, window.asOf());
        this.timings = timings(table, kin, shown);
        String shrunkTo = kin.size() + (family ? " siblings" : " earlier periods of the workspace");
        this.rateMethod = timingMethod() + (informed ? "shrunk to " + shrunkTo : "not shrunk");
    }

    private Family(Family whole, MarginStatistics margins, List<Timing> timings, String rateMethod) {
        this.terms = whole.terms;
        this.trackedFrom = whole.trackedFrom;
        this.timing = whole.timing;
        this.mature = whole.mature;
        this.dispersion = whole.dispersion;
        this.margins = margins;
        this.repeatRatio = whole.repeatRatio;
        this.discountFactor = whole.discountFactor;
        this.timings = timings;
        this.informed = true;
        this.rateMethod = rateMethod;
    }

    /**
     * @param everything all of the workspace, for the timing
     * @param siblings the segments of one grouping; fewer than five are shrunk to what the workspace showed before the window
     * @param window the cohorts from which the siblings' rates are taken
     */
    public static Family of(Terms terms, SegmentLedger everything, List<SegmentLedger> siblings, Window window) {
        return new Family(terms, everything, siblings, window);
    }

    /**
     * What parts of one segment's cohorts share, its weeks say. A part alone says little, so its rate is shrunk to the segment's
     * other parts, and its value of a deal to the segment's, where that has deals enough. While no part has shown anything
     * this family stands as it is.
     */
    public Family forPartsOf(SegmentLedger segment, List<Window> parts) {
        if (parts.isEmpty()) {
            return this;
        }
        int asOf = parts.get(0).asOf();
        CohortTable table = segment.cohorts(asOf, trackedFrom, Omission.NONE);
        List<RateEvidence> evidence = parts.stream()
                .map(part -> ConversionExposure.of(table, mature, terms.horizonDays(), part.first(), part.lastKnown()))
                .filter(e -> e.exposure() > 0)
                .map(e -> new RateEvidence(e.exposure(), e.deals()))
                .toList();
        if (evidence.isEmpty()) {
            return this;
        }
        MarginStatistics own = segment.firstDealMargins(asOf, 0, asOf, terms.horizonDays(), Omission.NONE);
        return new Family(
                this,
                own.positives() < ValuePosterior.PRIOR_DEALS ? margins : own,
                timings(
                        table,
                        evidence,
                        new Window(
                                parts.get(0).from(), parts.get(parts.size() - 1).to(), asOf)),
                timingMethod() + "shrunk to the segment's " + evidence.size() + " periods");
    }

    /** The index of the first day from which deals are on record; 0 if all are. */
    public static int trackedFrom(Terms terms, Ledger ledger) {
        return terms.dealsTrackedFrom() == null ? 0 : Math.max(0, ledger.index(terms.dealsTrackedFrom()));
    }

    /**
     * The plausible timings, each with the prior as it is by that timing: if less of the deals has come so far, all rates are as
     * much higher.
     *
     * @param kin by whose rates the prior is set; none: it is weak by any timing
     * @param shown the cohorts behind them
     */
    private List<Timing> timings(CohortTable table, List<RateEvidence> kin, Window shown) {
        BetaPrior central = kin.isEmpty() ? BetaPrior.weak() : BetaPrior.empiricalBayes(kin);
        double exposure = exposure(table, mature, shown).exposure();
        return mature.plausible().stream()
                .map(p -> {
                    double by = exposure(table, p.timing(), shown).exposure();
                    boolean moved = !kin.isEmpty() && exposure > 0 && by > 0;
                    return new Timing(p.weight(), p.timing(), moved ? central.times(exposure / by) : central);
                })
                .toList();
    }

    private String timingMethod() {
        return RATE_METHOD
                + (mature.extrapolatedShare() > 0
                        ? " to " + mature.carriedLag() + " days, then by a mixture-cure model, "
                        : ", ");
    }

    /** What the workspace's quarters before a window have shown: the parent of a segment that has no siblings. */
    private List<RateEvidence> earlier(CohortTable table, Window window) {
        return IntStream.iterate(window.first() - PERIOD_DAYS, from -> from > -PERIOD_DAYS, from -> from - PERIOD_DAYS)
                .mapToObj(from -> exposure(table, mature, new Window(from, from + PERIOD_DAYS - 1, window.asOf())))
                .filter(e -> e.exposure() > 0)
                .map(e -> new RateEvidence(e.exposure(), e.deals()))
                .toList();
    }

    private double repeatRatio(SegmentLedger everything, int asOf) {
        double[] sums = new double[2];
        everything.visitDeals(asOf, Omission.NONE, (deal, cohort, lag, first, revenue, margin) -> {
            if (lag <= terms.horizonDays()) {
                sums[0] += Money.approximate(margin);
                sums[1] += first ? Money.approximate(margin) : 0;
            }
        });
        return ValuePosterior.ratio(sums[0], sums[1]);
    }

    private RateEvidence evidence(SegmentLedger sibling, Window window) {
        ConversionExposure exposure = exposure(cohorts(sibling, window, Omission.NONE), window);
        return new RateEvidence(exposure.exposure(), exposure.deals());
    }

    /** A segment's cohorts as they were known on a day. */
    CohortTable cohorts(SegmentLedger segment, Window window, Omission omission) {
        return segment.cohorts(window.asOf(), trackedFrom, omission);
    }

    /** What a window of cohorts has shown by the likeliest timing. */
    ConversionExposure exposure(CohortTable table, Window window) {
        return exposure(table, mature, window);
    }

    /** The posterior of the rate over a window of cohorts, the uncertainty of the timing in it. */
    RatePosterior rate(CohortTable table, Window window) {
        return RatePosterior.mixture(
                dispersion,
                timings.stream()
                        .map(t -> new RatePosterior.Case(t.weight(), t.prior(), exposure(table, t.curve(), window)))
                        .toList());
    }

    private ConversionExposure exposure(CohortTable table, TimingCurve by, Window window) {
        return ConversionExposure.of(table, by, terms.horizonDays(), window.first(), window.lastKnown());
    }

    public Terms terms() {
        return terms;
    }

    /** F, the cumulative conversion by lag of the workspace, as far as it has been observed. */
    public CumulativeConversion timing() {
        return timing;
    }

    /** F over the whole horizon, what lies beyond the data modelled. */
    public MatureConversion matureTiming() {
        return mature;
    }

    int trackedFrom() {
        return trackedFrom;
    }

    MarginStatistics margins() {
        return margins;
    }

    double repeatRatio() {
        return repeatRatio;
    }

    double discountFactor() {
        return discountFactor;
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
