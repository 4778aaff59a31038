package dev.leadline.analysis.stability;

import java.util.Arrays;
import java.util.function.Function;

/**
 * The weeks of a segment or campaign beside those of the rest of the workspace, which tell what moved all equally.
 *
 * @param weeks its own
 * @param rest those of all else
 */
record WeeksAndRest(Weeks weeks, Weeks rest) {

    /** So many inquiries a week the rest must bring to say anything: of fewer, none at all is no rare chance. */
    private static final double FEWEST_OF_REST = 10;
    /** A rest of less than this part of its own inquiries is next to nothing. */
    private static final double NEXT_TO_NOTHING = 0.1;

    /** Whether there is enough beside it to tell what moves all. */
    boolean isComparable() {
        int active = 0;
        for (double inquiries : rest.inquiries()) {
            active += inquiries > 0 ? 1 : 0;
        }
        return sum(rest) >= FEWEST_OF_REST * Math.max(1, active);
    }

    /** Whether the rest is next to nothing beside it. */
    boolean isNearlyAll() {
        return sum(rest) < NEXT_TO_NOTHING * sum(weeks);
    }

    private static double sum(Weeks weeks) {
        double sum = 0;
        for (double inquiries : weeks.inquiries()) {
            sum += inquiries;
        }
        return sum;
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
