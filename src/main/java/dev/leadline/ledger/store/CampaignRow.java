package dev.leadline.ledger.store;

import dev.leadline.ledger.Dimension;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A campaign as its record is now.
 *
 * @param recordedDay from 1970-01-01
 * @param values one of each dimension in the order of {@link Dimension}, null where missing; the campaign's own is its id
 */
record CampaignRow(UUID id, String name, int recordedDay, List<String> values) {

    CampaignRow(UUID id, String name, int recordedDay, String... values) {
        this(id, name, recordedDay, Arrays.asList(values));
    }

    String value(Dimension dimension) {
        return values.get(dimension.ordinal());
    }
}
