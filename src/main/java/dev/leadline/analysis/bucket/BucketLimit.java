package dev.leadline.analysis.bucket;

import dev.leadline.platform.problem.Problem;

/** How many buckets an answer may have. */
public final class BucketLimit {

    /** Over all segments of an answer and the total. */
    public static final int MOST = 20_000;

    private BucketLimit() {}

    /**
     * Refuses an answer that would be too long.
     *
     * @param segments that are shown beside the total
     * @param buckets of each
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming the interval
     */
    public static void check(int segments, int buckets) {
        long asked = (segments + 1L) * buckets;
        if (asked > MOST) {
            throw Problem.badParameter(
                            "interval",
                            "would return " + asked + " buckets for all segments and the total; the limit is " + MOST
                                    + ". Use a longer interval, a shorter window, or a lower limit.")
                    .toException();
        }
    }
}
