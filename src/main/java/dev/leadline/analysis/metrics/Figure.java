package dev.leadline.analysis.metrics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The figures that segments can be sorted by. */
enum Figure {
    SPEND("spend", m -> m.spend().doubleValue()),
    INQUIRIES("inquiries", m -> (double) m.inquiries()),
    INVALID_INQUIRIES("invalidInquiries", m -> (double) m.invalidInquiries()),
    DEALS("deals", m -> (double) m.deals()),
    REVENUE("revenue", m -> m.revenue().doubleValue()),
    MARGIN("margin", m -> m.margin().doubleValue()),
    INQUIRIES_PER_DAY("inquiriesPerDay", m -> m.inquiriesPerDay().estimate()),
    COST_PER_INQUIRY("costPerInquiry", m -> m.costPerInquiry().estimate()),
    CONVERSION_RATE("conversionRate", m -> m.conversionRate().matured().estimate()),
    MATURITY("maturity", m -> m.conversionRate().maturity()),
    MARGIN_PER_INQUIRY("marginPerInquiry", m -> m.marginPerInquiry().estimate()),
    MARGIN_PER_DEAL("marginPerDeal", m -> m.marginPerDeal().estimate()),
    ROI("roi", m -> m.roi().projected().estimate()),
    MAX_AFFORDABLE(
            "maxAffordableCostPerInquiry", m -> m.maxAffordableCostPerInquiry().estimate());

    static final Set<String> NAMES =
            Arrays.stream(values()).map(f -> f.apiName).collect(Collectors.toUnmodifiableSet());

    private final String apiName;
    private final Function<SegmentMetrics, Double> value;

    Figure(String apiName, Function<SegmentMetrics, Double> value) {
        this.apiName = apiName;
        this.value = value;
    }

    /** By a figure, then by the segment's values, so that the order is always the same; without the figure last. */
    static Comparator<SegmentMetrics> order(String apiName, boolean descending) {
        Figure figure = Arrays.stream(values())
                .filter(f -> f.apiName.equals(apiName))
                .findFirst()
                .orElseThrow();
        Comparator<Double> direction = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(figure.value, Comparator.nullsLast(direction))
                .thenComparing(m -> m.segment().toString());
    }
}
