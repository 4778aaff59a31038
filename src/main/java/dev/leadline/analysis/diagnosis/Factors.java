package dev.leadline.analysis.diagnosis;

import dev.leadline.analysis.estimate.Estimate;
import dev.leadline.analysis.estimate.SegmentEstimates;
import java.util.Optional;

/**
 * The factors of a segment's margin per unit of spend, ln p + ln v - ln cost per inquiry, and its volume beside them; empty where
 * the data does not give one.
 */
record Factors(
        Optional<LogEstimate> costPerInquiry,
        Optional<LogEstimate> conversionRate,
        Optional<LogEstimate> marginPerDeal,
        Optional<LogEstimate> volume) {

    /** Points of a posterior a standard deviation below and above its middle, were it normal. */
    private static final double LOW = 0.16;

    private static final double HIGH = 0.84;

    static Factors of(SegmentEstimates estimates) {
        double n = estimates.inquiries();
        if (n == 0) {
            return new Factors(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        double countSd = Math.sqrt(estimates.phi() / n);
        Estimate cost = estimates.costPerInquiry(HIGH - LOW);
        double perDay = Optional.ofNullable(
                        estimates.inquiriesPerDay(HIGH - LOW).estimate())
                .orElse(0.0);
        return new Factors(
                cost.low() != null && cost.estimate() > 0
                        ? Optional.of(LogEstimate.between(cost.low(), cost.estimate(), cost.high()))
                        : Optional.empty(),
                Optional.of(LogEstimate.between(
                        estimates.rate().quantile(LOW),
                        estimates.rate().quantile(0.5),
                        estimates.rate().quantile(HIGH))),
                estimates
                        .value()
                        .filter(v -> v.quantile(LOW) > 0)
                        .map(v -> LogEstimate.between(v.quantile(LOW), v.quantile(0.5), v.quantile(HIGH))),
                perDay > 0 ? Optional.of(new LogEstimate(Math.log(perDay), countSd)) : Optional.empty());
    }
}
