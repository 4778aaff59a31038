package dev.leadline.intake.record;

/** What a field holds after a merge. */
public final class Merged {

    private Merged() {}

    /** What is given, or what is stored where nothing is. */
    public static <V> V of(V given, V stored) {
        return given == null ? stored : given;
    }
}
