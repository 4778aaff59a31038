package dev.leadline.decision;

/** What to do about a segment. */
public enum Action {
    /** Stable and worth it: replicate it. Never: raise its budget. */
    SCALE,
    /** Leave it as it is; the reason says what is not known or not right. */
    HOLD,
    /** An inquiry costs more than it may: mend the weak link. */
    FIX
}
