package dev.leadline.analysis.stability;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a weekly figure can be relied on. */
@Schema(description = """
                Whether a weekly figure can be relied on.

                - `STABLE`: no adverse signal in the last two decision cycles and no open adverse change
                - `UNSTABLE`: an adverse signal, or an adverse change that is still open
                - `INSUFFICIENT`: fewer than 8 complete weeks with activity
                """)
public enum Verdict {
    /** No adverse signal in the last two decision cycles and no open adverse change. */
    STABLE,
    /** An adverse signal, or an adverse change that is still open. */
    UNSTABLE,
    /** Fewer than 8 complete weeks with activity. */
    INSUFFICIENT
}
