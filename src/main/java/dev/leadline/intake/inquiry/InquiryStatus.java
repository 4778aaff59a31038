package dev.leadline.intake.inquiry;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where an inquiry stands. */
@Schema(description = """
                State of an inquiry.

                - `NEW`: nobody has judged it yet
                - `QUALIFIED`: worth an offer
                - `LOST`: no deal is expected of it
                - `INVALID`: spam or a mistake: kept, but counted in no metric
                """)
public enum InquiryStatus {
    NEW,
    QUALIFIED,
    LOST,
    /** Spam, a mistake, or nobody there: kept, but counted in no metric. */
    INVALID
}
