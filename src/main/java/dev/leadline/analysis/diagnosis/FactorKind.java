package dev.leadline.analysis.diagnosis;

import java.util.Optional;
import java.util.function.Function;

/** The factors of a segment, in the order of the answer. */
enum FactorKind {
    COST("costPerInquiry", Bottleneck.AD_STRATEGY, 1, Factors::costPerInquiry),
    CONVERSION("conversionRate", Bottleneck.SALES_AND_SERVICE, -1, Factors::conversionRate),
    VALUE("marginPerDeal", Bottleneck.PRODUCT_MARGIN, -1, Factors::marginPerDeal),
    VOLUME("volume", Bottleneck.ADVERTISING, -1, Factors::volume);

    private final String apiName;
    private final Bottleneck bottleneck;
    private final int worse;
    private final Function<Factors, Optional<LogEstimate>> figure;

    FactorKind(String apiName, Bottleneck bottleneck, int worse, Function<Factors, Optional<LogEstimate>> figure) {
        this.apiName = apiName;
        this.bottleneck = bottleneck;
        this.worse = worse;
        this.figure = figure;
    }

    String apiName() {
        return apiName;
    }

    /** The link that is weak where this factor is. */
    Bottleneck bottleneck() {
        return bottleneck;
    }

    /** 1 where more is worse, -1 where less is. */
    int worse() {
        return worse;
    }

    Optional<LogEstimate> of(Factors factors) {
        return figure.apply(factors);
    }
}
