package dev.leadline.analysis.bucket;

import dev.leadline.analysis.estimate.Window;
import dev.leadline.ledger.store.Ledger;
import java.time.LocalDate;

/**
 * A day, week or month of a window.
 *
 * @param start its first day, not before the window
 * @param end its last day, included, not after the window
 * @param complete whether it had ended by the as-of day and the window does not cut it
 */
public record Bucket(LocalDate start, LocalDate end, boolean complete) {

    /** Its days as cohorts, judged at the end of the ledger's as-of day. */
    public Window window(Ledger ledger) {
        return new Window(ledger.index(start), ledger.index(end), ledger.index(ledger.asOf()));
    }
}
