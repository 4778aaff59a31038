package dev.leadline.analysis.bucket;

/** An ISO week: Monday to Sunday. */
public final class Week {

    /** How many days it has. */
    public static final int DAYS = 7;

    private Week() {}
}
