package dev.leadline.analysis.cohorts;

import dev.leadline.analysis.bucket.Bucket;
import dev.leadline.analysis.estimate.Estimate;
import dev.leadline.analysis.estimate.PeerGroup;
import dev.leadline.analysis.estimate.SegmentContext;
import dev.leadline.analysis.estimate.SegmentEstimates;
import dev.leadline.analysis.estimate.Window;
import dev.leadline.analysis.segmentation.SegmentView;
import dev.leadline.analysis.segmentation.Segmentation;
import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.platform.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The figures of a segment, cohort by cohort. By lag k, with v = F(k)/F(H) the share of its conversion that a cohort shows by
 * then, a cohort day i has been seen to show w_i = (F(min(k, a_i)) - F(k0_i - 1))/F(H) of it. Where w_i = v on all its days the
 * figures are counted. Otherwise they are what was seen + sum of n_i (v - w_i) x the posterior of an inquiry's deals or margin.
 */
final class CohortFigures {

    private final Segmentation segmentation;
    private final SegmentView view;
    private final List<Bucket> buckets;
    private final List<Window> windows;
    private final LagGrid grid;
    private final int trackedFrom;

    CohortFigures(Segmentation segmentation, List<Bucket> buckets, LagGrid grid) {
        this.segmentation = segmentation;
        this.view = segmentation.view();
        this.buckets = buckets;
        this.windows =
                buckets.stream().map(b -> b.window(segmentation.ledger())).toList();
        this.grid = grid;
        this.trackedFrom = segmentation.query().terms().trackedFrom(segmentation.ledger());
    }

    Cohorts.SegmentCohorts of(SegmentLedger segment, PeerGroup peerGroup) {
        double phi = SegmentEstimates.of(new SegmentContext(segment, peerGroup, segmentation.window()), Omission.NONE)
                .phi();
        PeerGroup parts = peerGroup.forPartsOf(segment, windows);
        ObservedConversion observed = new ObservedConversion(segment, windows, trackedFrom, grid);
        List<Cohorts.Cohort> cohorts = new ArrayList<>();
        for (int i = 0; i < buckets.size(); i++) {
            SegmentEstimates estimates =
                    SegmentEstimates.ofPart(new SegmentContext(segment, parts, windows.get(i)), phi);
            ProjectedConversion projected = new ProjectedConversion(
                    segment,
                    windows.get(i),
                    trackedFrom,
                    parts.timingOf(segment),
                    segmentation.query().horizonDays());
            cohorts.add(new OneCohort(i, estimates, observed, projected).view());
        }
        return new Cohorts.SegmentCohorts(
                view.of(segment.segment()), segment.costIsAllocated() ? "allocated" : "direct", cohorts);
    }

    /** One cohort's figures while they are put together. */
    private final class OneCohort {
        private final int index;
        private final Bucket bucket;
        private final SegmentEstimates estimates;
        private final ObservedConversion observed;
        private final ProjectedConversion projected;
        private final OptionalDouble dealsPerInquiry;
        private final OptionalDouble marginPerInquiry;

        OneCohort(int index, SegmentEstimates estimates, ObservedConversion observed, ProjectedConversion projected) {
            this.index = index;
            this.bucket = buckets.get(index);
            this.estimates = estimates;
            this.observed = observed;
            this.projected = projected;
            // Costly, so only where something is still to come.
            boolean known = estimates.rateIsKnown()
                    && projected.isKnown()
                    && !projected.isNone(segmentation.query().horizonDays());
            this.dealsPerInquiry = known ? OptionalDouble.of(estimates.rate().mean()) : OptionalDouble.empty();
            this.marginPerInquiry = known && estimates.margin().isPresent()
                    ? OptionalDouble.of(estimates.margin().get().quantile(0.5))
                    : OptionalDouble.empty();
        }

        Cohorts.Cohort view() {
            double level = segmentation.query().level();
            boolean begun = !bucket.start().isAfter(segmentation.query().asOf());
            int last = grid.size() - 1;
            return new Cohorts.Cohort(
                    bucket.start(),
                    bucket.end(),
                    bucket.complete(),
                    estimates.inquiries(),
                    Money.rounded(estimates.spend()),
                    begun ? grid.points().mapToObj(this::point).toList() : List.of(),
                    new Cohorts.Projection(
                            rounded(deals(last)),
                            estimates.conversionRate(level),
                            margin(last),
                            estimates.projectedRoi(level)),
                    begun ? note() : "The cohort has not begun.");
        }

        private Cohorts.Point point(int point) {
            Double deals = deals(point);
            BigDecimal margin = margin(point);
            return new Cohorts.Point(
                    grid.lag(point),
                    projected.isNone(grid.lag(point)),
                    rounded(deals),
                    deals == null || estimates.inquiries() == 0
                            ? null
                            : Estimate.rounded(deals / estimates.inquiries()),
                    margin,
                    margin == null || estimates.spend() == 0
                            ? null
                            : Estimate.rounded(margin.doubleValue() / estimates.spend() - 1));
        }

        private Double deals(int point) {
            OptionalDouble more = more(point, dealsPerInquiry);
            return more.isEmpty() ? null : observed.deals(index, point) + more.getAsDouble();
        }

        private BigDecimal margin(int point) {
            OptionalDouble more = more(point, marginPerInquiry);
            return more.isEmpty() ? null : observed.margin(index, point).add(Money.rounded(more.getAsDouble()));
        }

        /** What is expected beyond what was seen; empty where it cannot be said. */
        private OptionalDouble more(int point, OptionalDouble perInquiry) {
            if (estimates.inquiries() == 0 || projected.isNone(grid.lag(point))) {
                return OptionalDouble.of(0);
            }
            return perInquiry.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(projected.inquiries(grid.lag(point)) * perInquiry.getAsDouble());
        }

        private String note() {
            if (estimates.inquiries() == 0) {
                return null;
            }
            if (dealsPerInquiry.isEmpty()
                    && !projected.isNone(segmentation.query().horizonDays())) {
                return "No cohort is old enough to project from.";
            }
            if (Math.max(0, windows.get(index).from()) < trackedFrom) {
                return "Deals are on record from "
                        + segmentation.query().terms().dealsTrackedFrom()
                        + "; what these inquiries brought before that day is estimated, not counted.";
            }
            return null;
        }

        private static Double rounded(Double value) {
            return value == null ? null : Estimate.rounded(value);
        }
    }
}
