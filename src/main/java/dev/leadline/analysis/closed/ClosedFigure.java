package dev.leadline.analysis.closed;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The figures that segments can be sorted by. */
enum ClosedFigure {
    SPEND("spend", ClosedMoney::spend),
    DEALS("deals", money -> BigDecimal.valueOf(money.deals())),
    REVENUE("revenue", ClosedMoney::revenue),
    MARGIN("margin", ClosedMoney::margin),
    NET_REVENUE("netRevenue", ClosedMoney::netRevenue),
    NET_MARGIN("netMargin", ClosedMoney::netMargin);

    static final Set<String> NAMES =
            Arrays.stream(values()).map(f -> f.apiName).collect(Collectors.toUnmodifiableSet());

    private final String apiName;
    private final Function<ClosedMoney, BigDecimal> value;

    ClosedFigure(String apiName, Function<ClosedMoney, BigDecimal> value) {
        this.apiName = apiName;
        this.value = value;
    }

    /** By a figure of the whole window, then by the segment's values, so that the order is always the same. */
    static Comparator<ClosedMetrics.SegmentMoney> order(String apiName, boolean descending) {
        ClosedFigure figure = Arrays.stream(values())
                .filter(f -> f.apiName.equals(apiName))
                .findFirst()
                .orElseThrow();
        Comparator<BigDecimal> direction = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(
                        (ClosedMetrics.SegmentMoney segment) -> figure.value.apply(segment.money()), direction)
                .thenComparing(segment -> segment.segment().toString());
    }
}
