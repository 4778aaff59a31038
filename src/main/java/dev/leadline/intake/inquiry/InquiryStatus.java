package dev.leadline.intake.inquiry;

/** Where an inquiry stands. */
public enum InquiryStatus {
    NEW,
    QUALIFIED,
    LOST,
    /** Spam, a mistake, or nobody there: kept, but counted in no metric. */
    INVALID
}
