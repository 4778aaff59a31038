package dev.leadline.calibration.untidy;

/**
 * What is true of a segment. The window is that of its metrics.
 *
 * @param nextReturn long-run return of the next inquiries, at the present rate, value and price
 * @param rate share of the window's inquiries with a deal by the horizon that is never cancelled, expected
 * @param marginPerDeal expected of those by the horizon, repeat orders with it
 * @param costPerInquiry spend of the window over its expected inquiries
 * @param expectedRoi return of the window, expected
 * @param realisedRoi return that the window's inquiries really bring by the horizon
 */
record SegmentTruth(
        double nextReturn,
        double rate,
        double marginPerDeal,
        double costPerInquiry,
        double expectedRoi,
        double realisedRoi) {}
