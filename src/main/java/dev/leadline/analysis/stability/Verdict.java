package dev.leadline.analysis.stability;

/** Whether a weekly figure can be relied on. */
public enum Verdict {
    /** No adverse signal in the last two decision cycles and no open adverse change. */
    STABLE,
    /** An adverse signal, or an adverse change that is still open. */
    UNSTABLE,
    /** Fewer than 8 complete weeks with activity. */
    INSUFFICIENT
}
