package dev.leadline.analysis.stability;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The weekly figures that are charted. */
enum Metric {
    VOLUME,
    COST,
    CONVERSION;

    static final List<String> NAMES =
            Arrays.stream(values()).map(Metric::apiName).toList();

    static Metric ofApiName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    String apiName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String unit(String currency) {
        return switch (this) {
            case VOLUME -> "inquiries a week of 7 active days";
            case COST -> currency + " per inquiry";
            case CONVERSION -> "share of inquiries that become deals by the horizon";
        };
    }
}
