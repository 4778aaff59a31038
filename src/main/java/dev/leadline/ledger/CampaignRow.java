package dev.leadline.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A campaign as its record is now.
 *
 * @param values one of each dimension in the order of {@link Dimension}, null where missing; the campaign's own is its id
 */
record CampaignRow(UUID id, String name, List<String> values) {

    CampaignRow(UUID id, String name, String... values) {
        this(id, name, Arrays.asList(values));
    }

    String value(Dimension dimension) {
        return values.get(dimension.ordinal());
    }
}
