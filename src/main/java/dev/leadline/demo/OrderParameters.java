package dev.leadline.demo;

/**
 * What a product's orders are worth. Revenue is log-normal. A share of the orders is sold at a loss; the others earn
 * {@code marginRate} of their revenue, give or take 15 % of it. A share of the first orders is cancelled some days
 * after closing, and nothing follows those; of the others a share is followed by one repeat order of the same kind,
 * which is never cancelled.
 * Value, timing and cancellation are independent.
 *
 * @param medianRevenue median revenue of an order, in the market's currency
 * @param logSd standard deviation of the logarithm of revenue
 * @param marginRate mean gross margin of orders not sold at a loss, as a share of revenue
 * @param lossShare share of orders sold at a loss
 * @param lossRate what an order sold at a loss loses, as a share of its revenue
 * @param cancelledShare share of first orders that are cancelled
 * @param cancellationDays mean days from closing to cancellation
 * @param repeatShare share of standing first orders followed by a repeat order
 * @param repeatDays mean days from first to repeat order
 */
public record OrderParameters(
        double medianRevenue,
        double logSd,
        double marginRate,
        double lossShare,
        double lossRate,
        double cancelledShare,
        double cancellationDays,
        double repeatShare,
        double repeatDays) {

    public OrderParameters {
        Checks.require(medianRevenue > 0 && logSd >= 0, "median must be positive, log-sd not negative");
        Checks.requireShare(lossShare, "lossShare");
        Checks.requireShare(cancelledShare, "cancelledShare");
        Checks.requireShare(repeatShare, "repeatShare");
        Checks.require(cancellationDays > 0 && repeatDays > 0, "mean days must be positive");
    }

    /** Mean margin of one order: exp(logSd^2 / 2) times the median, times the mean margin rate. */
    public double meanMargin() {
        double meanRevenue = medianRevenue * StrictMath.exp(logSd * logSd / 2);
        return meanRevenue * ((1 - lossShare) * marginRate - lossShare * lossRate);
    }

    /** Share of repeat orders closed at most {@code days} whole days after their first order, at least one day later. */
    double repeatsWithin(int days) {
        return days <= 0 ? 0 : -StrictMath.expm1(-days / repeatDays);
    }
}
