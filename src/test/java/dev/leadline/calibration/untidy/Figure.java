package dev.leadline.calibration.untidy;

import dev.leadline.analysis.estimate.Estimate;
import dev.leadline.analysis.estimate.SegmentEstimates;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The figures of metrics whose intervals are held against the truth. */
enum Figure {
    PROJECTED_ROI("ROI projected", e -> e.projectedRoi(Figure.LEVEL), SegmentTruth::realisedRoi),
    MARGIN_PER_DEAL("margin per deal", e -> e.marginPerDeal(Figure.LEVEL), SegmentTruth::marginPerDeal),
    CONVERSION_RATE("conversion", e -> e.conversionRate(Figure.LEVEL), SegmentTruth::rate),
    COST_PER_INQUIRY("cost", e -> e.costPerInquiry(Figure.LEVEL), SegmentTruth::costPerInquiry);

    static final double LEVEL = 0.9;

    private final String words;
    private final Function<SegmentEstimates, Estimate> estimate;
    private final ToDoubleFunction<SegmentTruth> truth;

    Figure(String words, Function<SegmentEstimates, Estimate> estimate, ToDoubleFunction<SegmentTruth> truth) {
        this.words = words;
        this.estimate = estimate;
        this.truth = truth;
    }

    String words() {
        return words;
    }

    /** How the answer lies to the truth. */
    Held held(SegmentEstimates estimates, SegmentTruth of) {
        return Held.of(estimate.apply(estimates), truth.applyAsDouble(of));
    }
}
