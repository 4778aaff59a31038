package dev.leadline.intake.deal;

/** Where a deal stands. */
public enum DealStatus {
    WON,
    /** Counts until the day it was cancelled, and not from then on. */
    CANCELLED
}
