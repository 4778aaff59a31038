package dev.leadline.calibration.untidy;

import static java.util.Map.entry;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which bounds are not kept yet. A bound that is kept is taken out here, and so is held from then on. */
final class KnownMisses {

    private static final Map<Condition, Set<Bound>> BY_CONDITION =
            Map.ofEntries(entry(Condition.SAMPLES, EnumSet.of(Bound.MARGIN)));

    private KnownMisses() {}

    static boolean contains(Condition condition, Bound bound) {
        return BY_CONDITION.getOrDefault(condition, Set.of()).contains(bound);
    }
}
