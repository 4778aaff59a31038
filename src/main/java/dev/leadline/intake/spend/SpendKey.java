package dev.leadline.intake.spend;

import dev.leadline.intake.record.Dimensions;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.Function;

/** What identifies a day's spend. */
record SpendKey(UUID campaignId, LocalDate day, Dimensions dimensions) implements Comparable<SpendKey> {

    private static final Comparator<String> UNNAMED_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

    private static final Comparator<SpendKey> ORDER = Comparator.comparing(SpendKey::campaignId)
            .thenComparing(SpendKey::day)
            .thenComparing(by(Dimensions::region))
            .thenComparing(by(Dimensions::industry))
            .thenComparing(by(Dimensions::marketSegment));

    @Override
    public int compareTo(SpendKey other) {
        return ORDER.compare(this, other);
    }

    private static Comparator<SpendKey> by(Function<Dimensions, String> dimension) {
        return Comparator.comparing(key -> dimension.apply(key.dimensions()), UNNAMED_FIRST);
    }
}
