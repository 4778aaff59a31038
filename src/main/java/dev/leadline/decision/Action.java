package dev.leadline.decision;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What to do about a segment. */
@Schema(description = """
                What to do about a segment.

                - `SCALE`: stable and worth it: replicate it. It never means to raise its budget
                - `HOLD`: leave it as it is; the reason says what is not known or not right
                - `FIX`: an inquiry costs more than it may: mend the weak link
                """)
public enum Action {
    /** Stable and worth it: replicate it. Never: raise its budget. */
    SCALE,
    /** Leave it as it is; the reason says what is not known or not right. */
    HOLD,
    /** An inquiry costs more than it may: mend the weak link. */
    FIX
}
