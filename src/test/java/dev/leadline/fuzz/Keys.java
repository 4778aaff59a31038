package dev.leadline.fuzz;

import dev.leadline.fuzz.FuzzRequest.Header;
import java.util.List;

/**
 * The keys that requests are sent with.
 *
 * @param own of the workspace that is fuzzed: ADMIN, INTEGRATION, ANALYST
 * @param installation an ADMIN key of the workspace {@code default}, for its own operations only
 */
record Keys(List<String> own, String installation) {

    /** Mostly the one that may do it; or another role's, or what is no key. */
    List<Header> draw(Draw draw, boolean ofTheInstallation) {
        return switch (draw.below(40)) {
            case 0 -> List.of();
            case 1 -> List.of(new Header("Authorization", wrong(draw)));
            case 2 -> List.of(new Header("X-API-Key", draw.of("", " ", "ldl_x", "\u00e9", own.get(0) + "x")));
            case 3, 4 -> List.of(bearer(draw.of(own)));
            case 5 -> List.of(new Header("X-API-Key", draw.of(own)), new Header("Authorization", "Basic YTpi"));
            default -> List.of(bearer(ofTheInstallation ? installation : own.get(0)));
        };
    }

    private String wrong(Draw draw) {
        return draw.of(
                "", "Bearer", "Bearer ", "Basic YTpi", "Bearer ldl_x", "Bearer \u00e9", "Digest a=\"b\"", "Bearer a b");
    }

    static Header bearer(String key) {
        return new Header("Authorization", "Bearer " + key);
    }
}
