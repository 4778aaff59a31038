package dev.leadline.analysis.segmentation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** On which day an answer counts the money of a deal, so that the two ways are not taken for one another. */
@Schema(description = """
                On which day the money of a deal is counted.

                - `INQUIRY_DAY`: on that of its inquiry, beside the spend that brought it
                - `CLOSING_DAY`: on the day it closed, as accounts have it
                """)
public enum MoneyBy {
    /** On that of its inquiry, which is the day of the spend that brought it. */
    INQUIRY_DAY,
    /** On the day it closed, as accounts have it. */
    CLOSING_DAY
}
