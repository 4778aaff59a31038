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
import dev.leadline.statistics.ValuePosterior;
import java.util.List;

/**
 * What the segments of an answer share, as of one day: the timing of deals, the spread of their rates, the value of a deal
 * where a segment has too few of its own. Timing is pooled over the workspace; rates come from the siblings.
 */
public final class Family {

    private final Terms terms;
    private final int trackedFrom;
    private final CumulativeConversion timing;
    /** The last lag of the horizon that the timing's data carries; beyond, nothing more is taken to come. */
    private final int carries;

    private final MarginStatistics margins;
    private final double repeatRatio;
    private final double discountFactor;
    private final BetaPrior prior;
    private final int siblings;

    private Family(Terms terms, SegmentLedger everything, List<SegmentLedger> siblings, Window window) {
        this.terms = terms;
        this.trackedFrom = trackedFrom(terms, everything.ledger());
        CohortTable table = everything.cohorts(window.asOf(), trackedFrom, Omission.NONE);
        this.timing = CumulativeConversion.fit(table);
        this.carries = timing.supported(terms.horizonDays());
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
        this.siblings = evidence.size();
        this.prior =
                evidence.size() < BetaPrior.FEWEST_SIBLINGS ? BetaPrior.weak() : BetaPrior.empiricalBayes(evidence);
    }

    /**
     * @param everything all of the workspace, for the timing
     * @param siblings the segments of one grouping; fewer than five are not shrunk
     * @param window the cohorts from which the siblings' rates are taken
     */
    public static Family of(Terms terms, SegmentLedger everything, List<SegmentLedger> siblings, Window window) {
        return new Family(terms, everything, siblings, window);
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
        ConversionExposure exposure = exposure(sibling, window, Omission.NONE);
        return new RateEvidence(exposure.exposure(), exposure.deals());
    }

    ConversionExposure exposure(SegmentLedger segment, Window window, Omission omission) {
        return ConversionExposure.of(
                segment.cohorts(window.asOf(), trackedFrom, omission),
                lag -> timing.at(Math.min(lag, carries)),
                terms.horizonDays(),
                window.first(),
                window.lastKnown());
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

    /** How a segment's rate was arrived at, for {@code method}. */
    public String rateMethod() {
        return siblings < BetaPrior.FEWEST_SIBLINGS
                ? "posterior by exposure, timing of the workspace, not shrunk"
                : "posterior by exposure, timing of the workspace, shrunk to " + siblings + " siblings";
    }
}
