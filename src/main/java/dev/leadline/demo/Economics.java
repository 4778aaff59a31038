package dev.leadline.demo;

/**
 * The true economics of a segment, free of chance.
 *
 * @param conversionRate share of valid inquiries that ever have a deal that is not cancelled
 * @param timing when those deals are closed
 * @param orders what they are worth
 * @param costPerInquiry on the market's last day
 * @param horizonDays the horizon, in whole days of lag
 */
public record Economics(
        double conversionRate, DealTiming timing, OrderParameters orders, double costPerInquiry, int horizonDays) {

    /** Share of valid inquiries with a standing first deal at a lag of at most {@code lag} days. */
    public double conversionByLag(int lag) {
        return conversionRate * timing.shareByLag(lag);
    }

    /** Share of valid inquiries with a standing first deal by the horizon. */
    public double conversionByHorizon() {
        return conversionByLag(horizonDays);
    }

    /** Mean margin of all standing deals per valid inquiry at lags of at most {@code lag} days, repeats included. */
    public double marginPerInquiryByLag(int lag) {
        double repeatsPerBuyer = 0;
        for (int first = 0; first < lag; first++) {
            double buyers = timing.shareByLag(first) - timing.shareByLag(first - 1);
            repeatsPerBuyer += buyers * orders.repeatsWithin(lag - first);
        }
        double dealsPerBuyer = timing.shareByLag(lag) + orders.repeatShare() * repeatsPerBuyer;
        return conversionRate * dealsPerBuyer * orders.meanMargin();
    }

    /** Mean margin per valid inquiry over the horizon. */
    public double marginPerInquiry() {
        return marginPerInquiryByLag(horizonDays);
    }

    /** Mean margin by the horizon of an inquiry that converts by then, repeats included; 0 if none does. */
    public double marginPerConvertingInquiry() {
        return conversionRate == 0 ? 0 : marginPerInquiry() / conversionByHorizon();
    }

    /** ROI over the whole cycle at the present cost: margin per inquiry over cost per inquiry, minus 1. */
    public double roi() {
        return marginPerInquiry() / costPerInquiry - 1;
    }
}
