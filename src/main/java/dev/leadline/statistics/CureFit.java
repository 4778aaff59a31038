package dev.leadline.statistics;

import java.util.Arrays;

/**
 * The highest point of a mixture-cure likelihood, by quasi-Newton steps (Broyden, Fletcher, Goldfarb and Shanno 1970) that begin
 * with the information for the curvature, damped until they climb (D. W. Marquardt 1963).
 *
 * @param model where it is highest
 * @param logLikelihood of the data there
 * @param penalised the log likelihood there with what is known before
 * @param deviationOfShare the standard deviation of the logit of c, by the information
 */
record CureFit(CureModel model, double logLikelihood, double penalised, double deviationOfShare) {

    /** What a family does not have stays as it was. */
    private static final int PARAMETERS = DelayFamily.MOST_PARAMETERS;

    /** So that a fit ends whatever the likelihood is like. */
    private static final int MOST_STEPS = 60;
    /** What a step must promise to gain in log likelihood. */
    private static final double PRECISION = 1e-6;

    /** The same for a point of the profile, of which only the height is used: it weighs by 1 % more or less. */
    private static final double PROFILE_PRECISION = 1e-2;

    /** Marquardt's lambda at first, by what a step that climbs divides it and any other multiplies it, and its bounds. */
    private static final double FIRST_DAMPING = 1e-3;

    private static final double DAMPING_FACTOR = 10;
    private static final double LEAST_DAMPING = 1e-6;
    private static final double MOST_DAMPING = 1e8;
    /** A step moves no parameter by more: all are logarithms or logits but the shape, which is about 1. */
    private static final double LONGEST_STEP = 1;
    /** A pivot of the factorisation is this at least, so that rounding makes none negative. */
    private static final double LEAST_PIVOT = 1e-12;
    /** A share nearer to 0 or 1 than this is as good as 0 or 1. */
    private static final double FARTHEST_LOGIT = 14;

    /** The highest point over all parameters of the family. */
    static CureFit of(CureLikelihood likelihood, CureModel start) {
        return maximise(likelihood, start, 0, PRECISION);
    }

    /** The highest point with the share c held at that of the start. */
    static CureFit atShare(CureLikelihood likelihood, CureModel start) {
        return maximise(likelihood, start, 1, PROFILE_PRECISION);
    }

    private static CureFit maximise(CureLikelihood likelihood, CureModel start, int firstFree, double precision) {
        DelayFamily family = likelihood.family();
        double[] at = {start.logitShare(), start.location(), start.logScale(), start.shape()};
        int free = family.parameters() - firstFree;
        double[] gradient = new double[PARAMETERS];
        double[][] information = new double[PARAMETERS][PARAMETERS];
        double[] step = new double[free];
        double[] next = new double[PARAMETERS];
        double[] nextGradient = new double[PARAMETERS];
        double damping = FIRST_DAMPING;
        double value = likelihood.logPosterior(at, gradient, information);
        double[][] negativeHessian =
                Arrays.stream(information).map(double[]::clone).toArray(double[][]::new);
        for (int i = 0; i < MOST_STEPS && damping < MOST_DAMPING; i++) {
            solve(negativeHessian, gradient, firstFree, damping, step);
            if (dotProduct(step, gradient, firstFree) < precision) {
                break;
            }
            limitLength(step);
            System.arraycopy(at, 0, next, 0, PARAMETERS);
            for (int p = 0; p < free; p++) {
                next[firstFree + p] += step[p];
            }
            next[0] = Math.max(-FARTHEST_LOGIT, Math.min(FARTHEST_LOGIT, next[0]));
            double reached = likelihood.logPosterior(next, nextGradient, information);
            if (reached > value) {
                updateByBfgs(negativeHessian, step, gradient, nextGradient, firstFree);
                System.arraycopy(next, 0, at, 0, PARAMETERS);
                System.arraycopy(nextGradient, 0, gradient, 0, PARAMETERS);
                value = reached;
                damping = Math.max(LEAST_DAMPING, damping / DAMPING_FACTOR);
            } else {
                damping *= DAMPING_FACTOR;
            }
        }
        likelihood.logPosterior(at, gradient, information);
        double[] unit = new double[family.parameters()];
        double[] first = {1, 0, 0, 0};
        solve(information, first, 0, 0, unit);
        return new CureFit(
                CureModel.of(family, at), likelihood.logLikelihood(at), value, Math.sqrt(Math.max(0, unit[0])));
    }

    private static double dotProduct(double[] step, double[] gradient, int from) {
        double sum = 0;
        for (int p = 0; p < step.length; p++) {
            sum += step[p] * gradient[from + p];
        }
        return sum;
    }

    private static void limitLength(double[] step) {
        double longest = Arrays.stream(step).map(Math::abs).max().orElse(0);
        for (int p = 0; longest > LONGEST_STEP && p < step.length; p++) {
            step[p] *= LONGEST_STEP / longest;
        }
    }

    /** What a step has shown of the curvature: B + yy'/y's - Bss'B/s'Bs, where the slope fell along it. */
    private static void updateByBfgs(
            double[][] negativeHessian, double[] step, double[] gradient, double[] nextGradient, int from) {
        double fall = dotProduct(step, gradient, from) - dotProduct(step, nextGradient, from);
        if (fall <= 0) {
            return;
        }
        double[] bent = new double[step.length];
        for (int p = 0; p < step.length; p++) {
            for (int r = 0; r < step.length; r++) {
                bent[p] += negativeHessian[from + Math.max(p, r)][from + Math.min(p, r)] * step[r];
            }
        }
        double before = dotProduct(step, bent, 0);
        for (int p = 0; p < step.length; p++) {
            double fallOf = gradient[from + p] - nextGradient[from + p];
            for (int r = 0; r <= p; r++) {
                negativeHessian[from + p][from + r] +=
                        fallOf * (gradient[from + r] - nextGradient[from + r]) / fall - bent[p] * bent[r] / before;
            }
        }
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
                root[i][j] = i == j ? Math.sqrt(Math.max(LEAST_PIVOT, sum)) : sum / root[j][j];
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
