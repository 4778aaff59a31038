package dev.leadline.statistics;

/**
 * A mixture-cure model: a share c of all inquiries converts, with a delay of distribution G in days; the others never do (J. W.
 * Boag 1949, Maximum likelihood estimates of the proportion of patients cured by cancer therapy, JRSS B 11, 15-44).
 *
 * @param family the family of G
 * @param logitShare logit of c
 * @param location of the logarithm of the delay
 * @param logScale logarithm of the scale of the delay's logarithm; 0 for the exponential
 * @param shape of the generalised gamma; of no meaning for the others
 */
record CureModel(DelayFamily family, double logitShare, double location, double logScale, double shape) {

    /** @param parameters logit of c, location, logarithm of the scale, shape; in that order */
    static CureModel of(DelayFamily family, double[] parameters) {
        return new CureModel(family, parameters[0], parameters[1], parameters[2], parameters[3]);
    }

    /** c, the share of all inquiries that ever converts. */
    double share() {
        return 1 / (1 + Math.exp(-logitShare));
    }

    /** 1 - c G(lag + 1): the share of inquiries not yet converted at the end of a lag; 1 below lag 0. */
    double pendingAfter(int lag) {
        if (lag < 0) {
            return 1;
        }
        double z = (Math.log(lag + 1.0) - location) * Math.exp(-logScale);
        return 1 / (1 + Math.exp(logitShare)) + share() * family.survivalProbability(z, shape);
    }
}
