package dev.leadline.analysis.diagnosis;

import dev.leadline.ledger.Dimension;

/**
 * What of a factor's loss comes from what a segment is made of.
 *
 * @param by the dimension whose values it is made of
 * @param loss in logarithms as {@link Comparison#loss()}, with what is not known of it
 * @param value the value that adds most to a loss by mix, null for the missing one
 * @param more whether the segment has more of that value than its peers; else it has less
 */
record MixEffect(Dimension by, LogEstimate loss, String value, boolean more) {}
