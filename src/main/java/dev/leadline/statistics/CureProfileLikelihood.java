package dev.leadline.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * The profile likelihood of the share c of one family: its highest point, and for shares to either side of it the other parameters at
 * their highest. Where the profile climbs above what was taken for the highest point (a likelihood of few lags has more than one
 * hill), it begins anew from there.
 *
 * @param top the highest point
 * @param points what remains plausible, the highest point first
 */
record CureProfileLikelihood(CureFit top, List<CureFit> points) {

    /** The step, in standard deviations of the logit of the share; at most so many to either side. */
    private static final double STEP = 0.8;

    private static final int MOST_POINTS = 6;

    /** A likelihood as good as sharp still has a step of this many; one that is flat has one of a whole logit. */
    private static final double LEAST_DEVIATION = 0.02;

    private static final double MOST_DEVIATION = 1;

    /** What has fallen this far below the highest log likelihood is not plausible. */
    private static final double DROP = 4;
    /** A point this much higher is another hill. */
    private static final double CLIMB = 0.05;

    /** After so many hills the highest that was found is taken. */
    private static final int MOST_STARTS = 8;

    /**
     * The profile about the highest point that a few starts find.
     *
     * @param start of the family of the likelihood
     */
    static CureProfileLikelihood of(CureLikelihood likelihood, CureModel start) {
        CureModel from = start;
        for (int attempt = 1; ; attempt++) {
            CureProfileLikelihood profile = about(likelihood, CureFit.of(likelihood, from));
            CureFit highest = profile.highest();
            if (attempt == MOST_STARTS || highest.penalised() - profile.top.penalised() <= CLIMB) {
                return new CureProfileLikelihood(highest, profile.points);
            }
            from = highest.model();
        }
    }

    private static CureProfileLikelihood about(CureLikelihood likelihood, CureFit top) {
        double step = STEP * Math.min(MOST_DEVIATION, Math.max(LEAST_DEVIATION, top.deviationOfShare()));
        List<CureFit> points = new ArrayList<>();
        points.add(top);
        for (int direction = -1; direction <= 1; direction += 2) {
            CureModel from = top.model();
            for (int point = 1; point <= MOST_POINTS; point++) {
                CureModel moved = new CureModel(
                        from.family(),
                        from.logitShare() + direction * step,
                        from.location(),
                        from.logScale(),
                        from.shape());
                CureFit fit = CureFit.atShare(likelihood, moved);
                if (!(top.penalised() - fit.penalised() <= DROP)) {
                    break;
                }
                points.add(fit);
                from = fit.model();
            }
        }
        return new CureProfileLikelihood(top, points);
    }

    private CureFit highest() {
        CureFit highest = points.get(0);
        for (CureFit point : points) {
            highest = point.penalised() > highest.penalised() ? point : highest;
        }
        return highest;
    }

    /** The points as models, their weights of a sum. */
    List<PlausibleModel> plausible(double weight) {
        double sum = points.stream().mapToDouble(this::height).sum();
        return points.stream()
                .map(point -> new PlausibleModel(weight * height(point) / sum, point.model()))
                .toList();
    }

    private double height(CureFit point) {
        return Math.exp(point.penalised() - top.penalised());
    }
}
