package dev.leadline.calibration.untidy;

/**
 * What inquiries that become customers have brought by the horizon, on average; what is ever cancelled does not count.
 *
 * @param share of them whose first order has closed
 * @param margin in the currency
 */
record Outcome(double share, double margin) {}
