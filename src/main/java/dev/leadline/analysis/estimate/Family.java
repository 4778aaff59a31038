package dev.leadline.analysis.estimate;

import dev.leadline.ledger.Ledger;
import dev.leadline.ledger.Money;
import dev.leadline.ledger.Omission;
import dev.leadline.ledger.SegmentLedger;
import dev.leadline.statistics.BetaPrior;
import dev.leadline.statistics.CohortTable;
import dev.leadline.statistics.ConversionExposure;
import dev.leadline.statistics.CumulativeConversion;
import dev.leadline.statistics.MarginStatistics;
import dev.leadline.statistics.MeanCumulativeMargin;
import dev.leadline.statistics.RateEvidence;
import dev.leadline.statistics.TimingCurve;
import dev.leadline.statistics.ValuePosterior;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the segments of an answer share, as of one day: the timing of deals, the spread of their rates, the value of a deal
 * where a segment has too few of its own. Timing is pooled over the workspace; rates come from the siblings.
 */
public final class Family {

    private static final String RATE_METHOD = "posterior by exposure, timing of the workspace, ";

    private final Terms terms;
    private final int trackedFrom;
    private final CumulativeConversion timing;
    /** The timing as far as its data carries; beyond, nothing more is taken to come. */
    private final TimingCurve carried;

    private final MarginStatistics margins;
    private final double repeatRatio;
    private final double discountFactor;
    private final BetaPrior prior;
    private final boolean informed;
    private final String rateMethod;
    private final int asOf;
    /** Of the siblings, so that each is counted out only once. */
    private final Map<SegmentLedger, CohortTable> cohorts;

    private Family(Terms terms, SegmentLedger everything, List<SegmentLedger> siblings, Window window) {
        this.terms = terms;
        this.trackedFrom = trackedFrom(terms, everything.ledger());
        this.asOf = window.asOf();
        this.cohorts = new IdentityHashMap<>();
        siblings.forEach(sibling -> cohorts.put(sibling, sibling.cohorts(asOf, trackedFrom, Omission.NONE)));
        CohortTable table = everything.cohorts(window.asOf(), trackedFrom, Omission.NONE);
        this.timing = CumulativeConversion.fit(table);
        int last = timing.supported(terms.horizonDays());
        this.carried = lag -> timing.at(Math.min(lag, last));
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
        this.informed = evidence.size() >= BetaPrior.FEWEST_SIBLINGS;
        this.prior = informed ? BetaPrior.empiricalBayes(evidence) : BetaPrior.weak();
        this.rateMethod = RATE_METHOD + (informed ? "shrunk to " + evidence.size() + " siblings" : "not shrunk");
    }

    private Family(Family whole, MarginStatistics margins, BetaPrior prior, String rateMethod) {
        this.terms = whole.terms;
        this.trackedFrom = whole.trackedFrom;
        this.asOf = whole.asOf;
        this.cohorts = whole.cohorts;
        this.timing = whole.timing;
        this.carried = whole.carried;
        this.margins = margins;
        this.repeatRatio = whole.repeatRatio;
        this.discountFactor = whole.discountFactor;
        this.prior = prior;
        this.informed = true;
        this.rateMethod = rateMethod;
    }

    /**
     * @param everything all of the workspace, for the timing
     * @param siblings the segments of one grouping; fewer than five are not shrunk
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
        CohortTable table = cohorts(segment);
        List<RateEvidence> evidence = parts.stream()
                .map(part -> exposure(table, part.first(), part.lastKnown()))
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
                BetaPrior.empiricalBayes(evidence),
                RATE_METHOD + "shrunk to the segment's " + evidence.size() + " periods");
    }

    /** The index of the first day from which deals are on record; 0 if all are. */
    public static int trackedFrom(Terms terms, Ledger ledger) {
        return terms.dealsTrackedFrom() == null ? 0 : Math.max(0, ledger.index(terms.dealsTrackedFrom()));
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
        ConversionExposure exposure = exposure(cohorts(sibling), window.first(), window.lastKnown());
        return new RateEvidence(exposure.exposure(), exposure.deals());
    }

    /** The cohorts of a segment as of this family's day. */
    CohortTable cohorts(SegmentLedger segment) {
        CohortTable known = cohorts.get(segment);
        return known == null ? segment.cohorts(asOf, trackedFrom, Omission.NONE) : known;
    }

    /** What the cohorts of some days, both included, have shown. */
    ConversionExposure exposure(CohortTable table, int from, int to) {
        return ConversionExposure.of(table, carried, terms.horizonDays(), from, to);
    }

    public Terms terms() {
        return terms;
    }

    /** F, the cumulative conversion by lag of the workspace. */
    public CumulativeConversion timing() {
        return timing;
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

    BetaPrior prior() {
        return prior;
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
