package dev.leadline.intake.spend;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/**
 * What a day's spend is known by.
 *
 * @param region empty where none is named, as the table has it; as industry and marketSegment
 */
record SpendKey(UUID campaignId, LocalDate day, String region, String industry, String marketSegment)
        implements Comparable<SpendKey> {

    private static final Comparator<SpendKey> ORDER = Comparator.comparing(SpendKey::campaignId)
            .thenComparing(SpendKey::day)
            .thenComparing(SpendKey::region)
            .thenComparing(SpendKey::industry)
            .thenComparing(SpendKey::marketSegment);

    /** The key of a row; dimensions it does not name are null. */
    static SpendKey of(UUID campaignId, LocalDate day, String region, String industry, String marketSegment) {
        return new SpendKey(campaignId, day, orEmpty(region), orEmpty(industry), orEmpty(marketSegment));
    }

    @Override
    public int compareTo(SpendKey other) {
        return ORDER.compare(this, other);
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }
}
