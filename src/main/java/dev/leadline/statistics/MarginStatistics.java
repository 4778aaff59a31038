package dev.leadline.statistics;

/**
 * What {@link ValuePosterior} needs to know of first-deal margins. Sums, so that scopes add up and leaving out a deal
 * or a week is one subtraction.
 *
 * @param positives deals with a margin above 0
 * @param sumLog sum of the natural logarithm of those margins
 * @param sumSquaredLog sum of the squares of those logarithms
 * @param losses deals with a margin of 0 or below
 * @param lossSum sum of the margins of those deals, 0 or below
 */
public record MarginStatistics(long positives, double sumLog, double sumSquaredLog, long losses, double lossSum) {

    private static final MarginStatistics NONE = new MarginStatistics(0, 0, 0, 0, 0);

    /** @throws IllegalArgumentException if a count is negative, a sum not finite or the sum of losses above 0 */
    public MarginStatistics {
        Check.argument(positives >= 0, "positives", "not negative", positives);
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
        long losses = 0;
        double lossSum = 0;
        for (double margin : margins) {
            if (Check.finite(margin, "margin") > 0) {
                double log = Math.log(margin);
                positives++;
                sumLog += log;
                sumSquaredLog += log * log;
            } else {
                losses++;
                lossSum += margin;
            }
        }
        return new MarginStatistics(positives, sumLog, sumSquaredLog, losses, lossSum);
    }

    /**
     * @param other statistics of other deals
     * @return the statistics of both together
     */
    public MarginStatistics plus(MarginStatistics other) {
        return new MarginStatistics(
                positives + other.positives,
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
        Check.argument(part.positives <= positives && part.losses <= losses, "part", "of these deals", part);
        boolean noPositives = part.positives == positives;
        boolean noLosses = part.losses == losses;
        return new MarginStatistics(
                positives - part.positives,
                noPositives ? 0 : sumLog - part.sumLog,
                noPositives ? 0 : Math.max(0, sumSquaredLog - part.sumSquaredLog),
                losses - part.losses,
                noLosses ? 0 : Math.min(0, lossSum - part.lossSum));
    }

    /** @return all deals */
    public long deals() {
        return positives + losses;
    }

    double meanLog() {
        return sumLog / positives;
    }

    /** Sum of squared departures of the logarithms from their mean. */
    double scatter() {
        return positives == 0 ? 0 : Math.max(0, sumSquaredLog - sumLog * sumLog / positives);
    }

    /** Mean amount lost by a deal at a loss, not negative. */
    double meanLoss() {
        return losses == 0 ? 0 : -lossSum / losses;
    }

    double lossShare() {
        return deals() == 0 ? 0 : (double) losses / deals();
    }
}
