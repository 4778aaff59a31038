package dev.leadline.decision.trackrecord;

/**
 * What scaling costs and earns, the same for every policy: while a product is scaled it gets replicas, one at once and one more every
 * four weeks, at most four, each with half of its spend; the r-th does 0.9^r as well as the product, times its own luck; all end when
 * SCALE ends. Profit is what the margin exceeds (1 + target) x spend by.
 */
final class ReplicationRule {

    static final int MOST = 4;
    private static final int WEEKS_BETWEEN = 4;
    private static final double SHARE_OF_SPEND = 0.5;
    private static final double DIMINISHING = 0.9;

    private ReplicationRule() {}

    /** Of one product over the weeks of decision, by whether it is SCALE at the end of the week before. */
    static double profit(Portfolio.Product product, boolean[] scaled) {
        double profit = 0;
        int weeks = 0;
        for (int week = 0; week < scaled.length; week++) {
            weeks = scaled[week] ? weeks + 1 : 0;
            for (int r = 0; r < replicas(weeks); r++) {
                profit += ofReplica(product, week, r, product.replicas()[r]);
            }
        }
        return profit;
    }

    /**
     * When somebody would scale who knows the truth of the product in every week to come, and of its replicas' luck only what is
     * usual: what is expected to bring most by the same rule, found backwards from the last week.
     */
    static boolean[] oracle(Portfolio.Product product, int weeks) {
        int longest = (MOST - 1) * WEEKS_BETWEEN + 1;
        double[][] best = new double[weeks + 1][longest + 1];
        boolean[][] scales = new boolean[weeks][longest + 1];
        for (int week = weeks - 1; week >= 0; week--) {
            for (int before = 0; before <= longest; before++) {
                int now = Math.min(longest, before + 1);
                double scaled = expected(product, week, replicas(now)) + best[week + 1][now];
                scales[week][before] = scaled > best[week + 1][0];
                best[week][before] = Math.max(scaled, best[week + 1][0]);
            }
        }
        boolean[] chosen = new boolean[weeks];
        int before = 0;
        for (int week = 0; week < weeks; week++) {
            chosen[week] = scales[week][before];
            before = chosen[week] ? Math.min(longest, before + 1) : 0;
        }
        return chosen;
    }

    private static double expected(Portfolio.Product product, int week, int replicas) {
        double profit = 0;
        for (int r = 0; r < replicas; r++) {
            profit += ofReplica(product, week, r, 1);
        }
        return profit;
    }

    private static int replicas(int weeks) {
        return weeks == 0 ? 0 : Math.min(MOST, 1 + (weeks - 1) / WEEKS_BETWEEN);
    }

    /** The middle of a week of decision. */
    static int day(int week) {
        return Portfolio.HISTORY + 7 * week + 3;
    }

    private static double ofReplica(Portfolio.Product product, int week, int r, double luck) {
        int day = day(week);
        double spend = SHARE_OF_SPEND * 7 * product.spendOn(day);
        double earned = (1 + product.roiOn(day)) * Math.pow(DIMINISHING, r) * luck;
        return spend * (earned - (1 + Portfolio.TARGET));
    }
}
