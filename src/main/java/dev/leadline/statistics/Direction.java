package dev.leadline.statistics;

/** The side of the centre on which a signal lies. */
public enum Direction {
    /** Above the centre. */
    HIGH,
    /** Below the centre. */
    LOW
}
