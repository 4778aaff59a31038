package dev.leadline.calibration.untidy;

import static java.util.Map.entry;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * Which bounds were not kept in one long run or another. A bound that has come to be kept in all of them is taken out here, and so
 * is held from then on.
 */
final class KnownMisses {

    /** Standard errors allowed for chance: many, as the answers of one market are not independent. */
    private static final double ERRORS = 3;

    private static final Map<Condition, EnumSet<Bound>> BY_CONDITION = Map.ofEntries(
            entry(Condition.LARGE_ORDERS, EnumSet.of(Bound.FIX_WRONG, Bound.STRONG_FOUND, Bound.MARGIN)),
            entry(Condition.HEAVY_TAIL, EnumSet.of(Bound.MARGIN)),
            entry(
                    Condition.CONVERSION_HALVED,
                    EnumSet.of(Bound.SCALE_RIGHT, Bound.SCALE_LOSING, Bound.SURE, Bound.ROI, Bound.CONVERSION)),
            entry(
                    Condition.CONVERSION_HALVED_EVERYWHERE,
                    EnumSet.of(Bound.SCALE_RIGHT, Bound.SCALE_LOSING, Bound.SURE, Bound.ROI, Bound.CONVERSION)),
            entry(
                    Condition.CHEAP_LEADS,
                    EnumSet.of(Bound.SCALE_RIGHT, Bound.SCALE_LOSING, Bound.SURE, Bound.ROI, Bound.CONVERSION)),
            entry(Condition.CANCELLED_LATE, EnumSet.of(Bound.CONVERSION)),
            entry(Condition.SMALL_FIRM, EnumSet.of(Bound.FIX_WRONG, Bound.SCALE_LOSING, Bound.MARGIN)),
            entry(Condition.TINY_FIRM, EnumSet.of(Bound.FIX_WRONG, Bound.SURE, Bound.MARGIN)),
            entry(Condition.YOUNG, EnumSet.of(Bound.FIX_WRONG, Bound.ROI)),
            entry(Condition.ARTICLES, EnumSet.of(Bound.ROI)),
            entry(Condition.SWINGING_VOLUME, EnumSet.of(Bound.COST)),
            // Wider than it need be: no order like the lucky one is still to come.
            entry(Condition.LUCKY_ORDERS, EnumSet.of(Bound.ROI)));

    private KnownMisses() {}

    /** What a condition misses and is not known to, in words. */
    static List<String> unknown(Condition condition, Map<Condition, Score> scores) {
        return EnumSet.complementOf(of(condition)).stream()
                .flatMap(bound -> bound.missed(condition, scores, ERRORS).stream())
                .toList();
    }

    /** What is known to be missed, and kept by these. */
    static List<String> kept(Map<Condition, Score> scores) {
        return scores.keySet().stream()
                .flatMap(condition -> of(condition).stream()
                        .filter(bound -> bound.missed(condition, scores, 0).isEmpty())
                        .map(bound -> condition + ", " + bound.words()))
                .toList();
    }

    private static EnumSet<Bound> of(Condition condition) {
        return BY_CONDITION.getOrDefault(condition, EnumSet.noneOf(Bound.class));
    }
}
