package dev.leadline.analysis.stability;

import java.util.Arrays;
import java.util.function.Function;

/**
 * Something whose weeks are compared with the rest of the workspace, to tell what moved all alike.
 *
 * @param weeks its own
 * @param rest those of all else
 */
record Part(Weeks weeks, Weeks rest) {

    /** So many inquiries a week the rest must bring to say anything: of fewer, none at all is no rare chance. */
    private static final double FEWEST_OF_REST = 10;

    /** Whether there is enough beside it to tell what moves all. */
    boolean isComparable() {
        double inquiries = Arrays.stream(rest.inquiries()).sum();
        long active = Arrays.stream(rest.inquiries()).filter(i -> i > 0).count();
        return inquiries >= FEWEST_OF_REST * Math.max(1, active);
    }

    /** Whether the rest is next to nothing beside it. */
    boolean isNearlyAll() {
        double inquiries = Arrays.stream(weeks.inquiries()).sum();
        return Arrays.stream(rest.inquiries()).sum() < 0.1 * inquiries;
    }

    /** By week the {@link CommonFactor}, on a kind of exposure; 1 where nothing can be told. */
    double[] commonFactor(Function<Weeks, double[]> exposure) {
        if (isComparable()) {
            return CommonFactor.of(weeks.inquiries(), exposure.apply(weeks), rest.inquiries(), exposure.apply(rest));
        }
        double[] none = new double[weeks.count()];
        Arrays.fill(none, 1);
        return none;
    }
}
