package dev.leadline.statistics;

/**
 * A timing of deals that the data leaves plausible.
 *
 * @param weight its probability, above 0; those of one curve sum to 1
 * @param timing F by lag
 */
public record PlausibleTiming(double weight, TimingCurve timing) {}
