package dev.leadline.decision;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to do about a segment. */
@Schema(description = """
                What to do about a segment.

                - `SCALE`: stable and profitable: replicate it. SCALE never means to raise its budget
                - `HOLD`: leave it as it is; the reason says what is unknown or wrong
                - `FIX`: an inquiry costs more than it may: fix the weak link
                """)
public enum Action {
    /** Stable and profitable: replicate it. Never: raise its budget. */
    SCALE,
    /** Leave it as it is; the reason says what is unknown or wrong. */
    HOLD,
    /** An inquiry costs more than it may: fix the weak link. */
    FIX
}
