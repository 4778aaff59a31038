package dev.leadline.analysis.estimate;

/**
 * The cohorts that are judged, and when. Days are the ledger's indexes.
 *
 * @param from first cohort day; below 0 means from the ledger's first day
 * @param to last cohort day
 * @param asOf the day at whose end it is judged
 */
public record Window(int from, int to, int asOf) {

    /** The last cohort day that is known at {@code asOf}. */
    public int lastKnown() {
        return Math.min(to, asOf);
    }

    int first() {
        return Math.max(0, from);
    }
}
