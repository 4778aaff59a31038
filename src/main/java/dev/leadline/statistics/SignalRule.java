package dev.leadline.statistics;

/** Why a point of a control chart is a signal. */
public enum SignalRule {
    /** The point lies beyond a control limit. */
    BEYOND_LIMIT,
    /** The point is at least the seventh in a row on one side of the centre, and together they depart by more than chance. */
    RUN_OF_SEVEN,
    /** The rate has gone one way over half a year up to the point; see {@link Drift}. */
    DRIFT,
    /** A new level begins with the point; see {@link ChangePoints}. */
    CHANGE_POINT
}
