package dev.leadline.statistics;

/**
 * The highest point of a mixture-cure likelihood, by damped scoring: Newton's steps with the sum of squared scores for the
 * curvature, shortened until they climb (D. W. Marquardt 1963).
 *
 * @param model where it is highest
 * @param logLikelihood of the data there
 * @param penalised the log likelihood there with what is known before
 * @param deviationOfShare the standard deviation of the logit of c, by the information
 */
record CureFit(CureModel model, double logLikelihood, double penalised, double deviationOfShare) {

    private static final int MOST_STEPS = 60;
    /** What a step must promise to gain in log likelihood. */
    private static final double PRECISION = 1e-6;

    private static final double PROFILE_PRECISION = 1e-2;
    private static final double LONGEST_STEP = 1;
    /** A share nearer to 0 or 1 than this is as good as 0 or 1. */
    private static final double FARTHEST_LOGIT = 14;

    /** The highest point over all parameters of the family. */
    static CureFit of(CureLikelihood likelihood, CureModel start) {
        return climb(likelihood, start, 0, PRECISION);
    }

    /** The highest point with the share c held at that of the start. */
    static CureFit atShare(CureLikelihood likelihood, CureModel start) {
        return climb(likelihood, start, 1, PROFILE_PRECISION);
    }

    private static CureFit climb(CureLikelihood likelihood, CureModel start, int firstFree, double precision) {
        DelayFamily family = likelihood.family();
        double[] at = {start.logitShare(), start.location(), start.logScale(), start.shape()};
        int free = family.parameters() - firstFree;
        double[] slope = new double[4];
        double[][] information = new double[4][4];
        double[] step = new double[free];
        double[] next = new double[4];
        double damping = 1e-3;
        double value = likelihood.at(at, slope, information);
        for (int i = 0; i < MOST_STEPS && damping < 1e10; i++) {
            solve(information, slope, firstFree, damping, step);
            double longest = 0;
            double gain = 0;
            for (int p = 0; p < free; p++) {
                longest = Math.max(longest, Math.abs(step[p]));
                gain += step[p] * slope[firstFree + p];
            }
            if (gain < precision) {
                break;
            }
            System.arraycopy(at, 0, next, 0, 4);
            for (int p = 0; p < free; p++) {
                next[firstFree + p] += step[p] * Math.min(1, LONGEST_STEP / longest);
            }
            next[0] = Math.max(-FARTHEST_LOGIT, Math.min(FARTHEST_LOGIT, next[0]));
            double reached = likelihood.at(next);
            if (reached > value) {
                System.arraycopy(next, 0, at, 0, 4);
                value = likelihood.at(at, slope, information);
                damping = Math.max(1e-6, damping / 10);
            } else {
                damping *= 10;
            }
        }
        double[] unit = new double[family.parameters()];
        double[] first = {1, 0, 0, 0};
        solve(information, first, 0, 0, unit);
        return new CureFit(CureModel.of(family, at), likelihood.ofData(at), value, Math.sqrt(Math.max(0, unit[0])));
    }

    /** Solves (A + damping diag A) x = b by Cholesky's factors, for the parameters from the first free one on. */
    private static void solve(double[][] a, double[] b, int from, double damping, double[] x) {
        int n = x.length;
        double[][] root = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[from + i][from + j] * (i == j ? 1 + damping : 1);
                for (int k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                root[i][j] = i == j ? Math.sqrt(Math.max(1e-12, sum)) : sum / root[j][j];
            }
        }
        for (int i = 0; i < n; i++) {
            double sum = b[from + i];
            for (int k = 0; k < i; k++) {
                sum -= root[i][k] * x[k];
            }
            x[i] = sum / root[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = x[i];
            for (int k = i + 1; k < n; k++) {
                sum -= root[k][i] * x[k];
            }
            x[i] = sum / root[i][i];
        }
    }
}
