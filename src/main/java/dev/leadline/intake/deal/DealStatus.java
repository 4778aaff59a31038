package dev.leadline.intake.deal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a deal stands. */
@Schema(description = """
                State of a deal.

                - `WON`: it counts
                - `CANCELLED`: it stops counting from `cancelledAt` on
                """)
public enum DealStatus {
    WON,
    /** Counts until the day it was cancelled, and not from then on. */
    CANCELLED
}
