package dev.leadline.demo;

import java.util.List;

/**
 * Who asks. An inquiry states each of its region, industry and market segment with probability {@code statedShare};
 * what it states is its campaign's target with probability {@code onTargetShare}, else drawn from these shares.
 *
 * @param regions not empty, nor are industries and marketSegments
 */
public record Audience(
        List<Share> regions,
        List<Share> industries,
        List<Share> marketSegments,
        double statedShare,
        double onTargetShare) {

    public Audience {
        regions = List.copyOf(regions);
        industries = List.copyOf(industries);
        marketSegments = List.copyOf(marketSegments);
        Checks.requireShare(statedShare, "statedShare");
        Checks.requireShare(onTargetShare, "onTargetShare");
    }

    /** What an inquiry states, or null. */
    String stated(List<Share> values, String target, RandomSource random) {
        if (!random.chance(statedShare)) {
            return null;
        }
        boolean onTarget = random.chance(onTargetShare);
        return target != null && onTarget ? target : random.pick(values);
    }
}
