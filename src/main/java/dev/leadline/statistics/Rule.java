package dev.leadline.statistics;

/** Why a point of a control chart is a signal. */
public enum Rule {
    /** The point lies beyond a control limit. */
    BEYOND_LIMIT,
    /** The point is at least the seventh in a row on one side of the centre. */
    RUN_OF_SEVEN
}
