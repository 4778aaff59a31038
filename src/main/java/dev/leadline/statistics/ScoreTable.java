package dev.leadline.statistics;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The standard normal scores of values that are known by score and rise with it: interpolated between values at even scores. These
 * are computed when first asked for, because only few of them ever are; and each is looked for from where the last was found, for
 * an integral asks for one after the other. Several threads may ask at once: what they keep for each other is the same.
 */
final class ScoreTable {

    private static final double STEP = 0.125;
    private static final int LAST = 128;
    private static final double LOWEST = -STEP * LAST / 2;

    private final DoubleUnaryOperator atScore;
    private final double[] values = new double[LAST + 1];
    private int lastCell = LAST / 2;

    /** @param atScore the value at a score; never falls */
    ScoreTable(DoubleUnaryOperator atScore) {
        this.atScore = atScore;
        Arrays.fill(values, Double.NaN);
    }

    private double value(int i) {
        double known = values[i];
        if (Double.isNaN(known)) {
            known = atScore.applyAsDouble(LOWEST + i * STEP);
            values[i] = known;
        }
        return known;
    }

    /** The score of a value; infinite beyond scores of 8. */
    double score(double x) {
        int cell = lastCell;
        while (cell > 0 && x < value(cell)) {
            cell--;
        }
        while (cell < LAST - 1 && x >= value(cell + 1)) {
            cell++;
        }
        lastCell = cell;
        double low = value(cell);
        double high = value(cell + 1);
        if (x < low) {
            return Double.NEGATIVE_INFINITY;
        }
        if (x >= high) {
            return x > high ? Double.POSITIVE_INFINITY : LOWEST + LAST * STEP;
        }
        return LOWEST + (cell + (x - low) / (high - low)) * STEP;
    }
}
