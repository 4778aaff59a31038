package dev.leadline.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * What is still to come beyond the last carried lag: by each plausible model the share of the inquiries pending there that is
 * still pending after a later lag, (1 - c G(k + 1)) / (1 - c G(K + 1)).
 */
final class PendingTail {

    /** Below this nobody is pending, and nothing more can come. */
    private static final double NOBODY = 1e-12;

    private final int carried;
    private final double[] weights;
    private final double[][] left;

    private PendingTail(int carried, double[] weights, double[][] left) {
        this.carried = carried;
        this.weights = weights;
        this.left = left;
    }

    /**
     * Nothing more is taken to come.
     *
     * @param carried the last lag, in days, that the data carries; -1 if none
     * @param horizon the last lag asked for, not before {@code carried}
     */
    static PendingTail none(int carried, int horizon) {
        double[] all = new double[Math.max(0, horizon - carried)];
        Arrays.fill(all, 1);
        return new PendingTail(carried, new double[] {1}, new double[][] {all});
    }

    /**
     * @param models what is plausible, of weights that sum to 1
     * @param carried the last lag, in days, that the data carries; -1 if none
     * @param horizon the last lag asked for, not before {@code carried}
     */
    static PendingTail of(List<PlausibleModel> models, int carried, int horizon) {
        double[] weights = new double[models.size()];
        double[][] left = new double[models.size()][horizon - carried];
        for (int m = 0; m < weights.length; m++) {
            CureModel model = models.get(m).model();
            weights[m] = models.get(m).weight();
            double start = model.pendingAfter(carried);
            for (int k = carried + 1; k <= horizon; k++) {
                left[m][k - carried - 1] = start <= NOBODY ? 1 : model.pendingAfter(k) / start;
            }
        }
        return new PendingTail(carried, weights, left);
    }

    /** How many models there are. */
    int models() {
        return weights.length;
    }

    /** The probability of a model. */
    double weight(int model) {
        return weights[model];
    }

    /** The share still pending after a lag, by a model; 1 up to the carried lag. */
    double left(int model, int lag) {
        return lag <= carried ? 1 : left[model][lag - carried - 1];
    }

    /** The geometric mean of the share converted by a lag: the models' spread is one of factors. */
    double meanConverted(double carriedShare, int lag) {
        double log = 0;
        for (int m = 0; m < weights.length; m++) {
            log += weights[m] * Math.log(1 - (1 - carriedShare) * left(m, lag));
        }
        return Math.exp(log);
    }

    /** The share still pending after a lag by the model that has most still to come. */
    double leastLeft(int lag) {
        double least = 1;
        for (int m = 0; m < weights.length; m++) {
            least = Math.min(least, left(m, lag));
        }
        return least;
    }
}
