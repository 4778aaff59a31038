package dev.leadline.ledger;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What records can be grouped by. The first six come from the campaign as it is now, the last three from the inquiry. */
public enum Dimension {
    CHANNEL("channel"),
    STORE("store"),
    PRODUCT("product"),
    CATEGORY("category"),
    PRICE_TIER("priceTier"),
    CAMPAIGN("campaign"),
    REGION("region"),
    INDUSTRY("industry"),
    MARKET_SEGMENT("marketSegment");

    private final String apiName;

    Dimension(String apiName) {
        this.apiName = apiName;
    }

    /** The name in the API: of the query parameter and in a segment. */
    public String apiName() {
        return apiName;
    }

    /** The dimension of this name; empty if there is none. */
    public static Optional<Dimension> of(String apiName) {
        return Arrays.stream(values()).filter(d -> d.apiName.equals(apiName)).findFirst();
    }

    /** All names, for messages. */
    public static String names() {
        return Arrays.stream(values()).map(Dimension::apiName).collect(Collectors.joining(", "));
    }
}
