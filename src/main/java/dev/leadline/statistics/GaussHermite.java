package dev.leadline.statistics;

/**
 * Gauss and Hermite's nodes for a mean over a standard normal score: the mean of a function is the weighed sum of its values at
 * these scores, exactly so for polynomials of a degree below twice their number.
 *
 * <p>Source: M. Abramowitz, I. A. Stegun (1964), Handbook of Mathematical Functions, table 25.10, for the normal density.
 */
public enum GaussHermite {
    /** Exact for polynomials up to the fifth degree. */
    THREE(new double[] {-Math.sqrt(3), 0, Math.sqrt(3)}, new double[] {1.0 / 6, 2.0 / 3, 1.0 / 6}),
    /** Exact for polynomials up to the ninth degree. */
    FIVE(
            new double[] {-2.8569700138728056, -1.3556261799742657, 0, 1.3556261799742657, 2.8569700138728056},
            new double[] {
                0.011257411327720689, 0.2220759220056126, 0.5333333333333333, 0.2220759220056126, 0.011257411327720689
            });

    private final double[] scores;
    private final double[] weights;

    GaussHermite(double[] scores, double[] weights) {
        this.scores = scores;
        this.weights = weights;
    }

    /** @return how many nodes there are */
    public int size() {
        return scores.length;
    }

    /**
     * @param node from 0 on, the lowest first
     * @return its score
     */
    public double score(int node) {
        return scores[node];
    }

    /**
     * @param node from 0 on
     * @return its weight; they sum to 1
     */
    public double weight(int node) {
        return weights[node];
    }
}
