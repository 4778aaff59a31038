package dev.leadline.statistics;

/**
 * A mixture-cure model that the data leaves plausible.
 *
 * @param weight its probability; those of one table sum to 1
 */
record PlausibleModel(double weight, CureModel model) {}
