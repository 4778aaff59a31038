package dev.leadline.statistics;

/**
 * What {@link ValuePosterior} needs to know of first-deal margins. Sums, so that scopes add up and leaving out a deal
 * or a week is one subtraction.
 *
 * @param gains margins above 0
 * @param sumLog sum of the natural logarithm of those margins
 * @param sumSquaredLog sum of the squares of those logarithms
 * @param losses deals with a margin of 0 or below
 * @param lossSum sum of the margins of those deals, 0 or below
 */
public record MarginStatistics(PowerSums gains, double sumLog, double sumSquaredLog, long losses, double lossSum) {

    private static final MarginStatistics NONE = new MarginStatistics(PowerSums.NONE, 0, 0, 0, 0);

    /** @throws IllegalArgumentException if a count is negative, a sum not finite or the sum of losses above 0 */
    public MarginStatistics {
        Check.finite(sumLog, "sumLog");
        Check.nonNegative(sumSquaredLog, "sumSquaredLog");
        Check.argument(losses >= 0, "losses", "not negative", losses);
        Check.finite(lossSum, "lossSum");
        Check.argument(lossSum <= 0, "lossSum", "0 or below", lossSum);
    }

    /**
     * @param margins margins of first deals, finite
     * @return their statistics
     * @throws IllegalArgumentException if a margin is not finite
     */
    public static MarginStatistics of(double... margins) {
        long positives = 0;
        double sumLog = 0;
        double sumSquaredLog = 0;
        double sum = 0;
        double squares = 0;
        double cubes = 0;
        long losses = 0;
        double lossSum = 0;
        for (double margin : margins) {
            if (Check.finite(margin, "margin") > 0) {
                double log = Math.log(margin);
                positives++;
                sumLog += log;
                sumSquaredLog += log * log;
                sum += margin;
                squares += margin * margin;
                cubes += margin * margin * margin;
            } else {
                losses++;
                lossSum += margin;
            }
        }
        return new MarginStatistics(
                new PowerSums(positives, sum, squares, cubes), sumLog, sumSquaredLog, losses, lossSum);
    }

    /**
     * @param other statistics of other deals
     * @return the statistics of both together
     */
    public MarginStatistics plus(MarginStatistics other) {
        return new MarginStatistics(
                gains.plus(other.gains),
                sumLog + other.sumLog,
                sumSquaredLog + other.sumSquaredLog,
                losses + other.losses,
                lossSum + other.lossSum);
    }

    /**
     * The statistics without some of the deals.
     *
     * @param part statistics of deals that are all among these
     * @return the statistics of the rest
     * @throws IllegalArgumentException if the part has more deals than the whole
     */
    public MarginStatistics minus(MarginStatistics part) {
        Check.argument(part.positives() <= positives() && part.losses <= losses, "part", "of these deals", part);
        boolean noPositives = part.positives() == positives();
        boolean noLosses = part.losses == losses;
        return new MarginStatistics(
                gains.minus(part.gains),
                noPositives ? 0 : sumLog - part.sumLog,
                noPositives ? 0 : Math.max(0, sumSquaredLog - part.sumSquaredLog),
                losses - part.losses,
                noLosses ? 0 : Math.min(0, lossSum - part.lossSum));
    }

    /** @return deals with a margin above 0 */
    public long positives() {
        return (long) gains.count();
    }

    /** @return all deals */
    public long deals() {
        return positives() + losses;
    }

    /** Mean of the logarithm of the margins above 0; NaN without one. */
    double meanLog() {
        return sumLog / positives();
    }

    /** Sum of squared departures of the logarithms from their mean. */
    double scatter() {
        return positives() == 0 ? 0 : Math.max(0, sumSquaredLog - sumLog * sumLog / positives());
    }

    /** Mean amount lost by a deal at a loss, not negative. */
    double meanLoss() {
        return losses == 0 ? 0 : -lossSum / losses;
    }

    /** Share of the deals whose margin is 0 or below, 0 to 1; 0 without a deal. */
    double lossShare() {
        return deals() == 0 ? 0 : (double) losses / deals();
    }
}
