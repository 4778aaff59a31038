package dev.leadline.calibration;

/**
 * What is true of one segment of a market, over the window where it drifts.
 *
 * @param inquiriesPerDay expected
 * @param costPerInquiry spend over the expected inquiries
 * @param rate share of inquiries with a deal by the horizon, the mean of the window's inquiries
 * @param marginPerDeal expected of a converting inquiry by the horizon, repeat orders with it
 * @param maxAffordable the most an inquiry may cost at the target
 * @param expectedRoi return of the window, expected
 * @param realisedRoi return that the window's cohorts really bring by the horizon; NaN without spend
 */
record SegmentTruth(
        double inquiriesPerDay,
        double costPerInquiry,
        double rate,
        double marginPerDeal,
        double maxAffordable,
        double expectedRoi,
        double realisedRoi) {

    double marginPerInquiry() {
        return rate * marginPerDeal;
    }

    boolean reachesTarget() {
        return costPerInquiry <= maxAffordable;
    }
}
