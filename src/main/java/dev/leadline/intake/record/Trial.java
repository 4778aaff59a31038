package dev.leadline.intake.record;

import dev.leadline.platform.query.DryRun;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.function.Supplier;

/** Work that is done to see what comes of it: all that it stores is taken back. */
public final class Trial {

    private Trial() {}

    /** Posts a record, or tries to. */
    public static <R> Posted<R> post(DryRun dryRun, Supplier<Posted<R>> posting) {
        return dryRun.isAsked() ? takenBack(posting) : posting.get();
    }

    /** A writer that says what became of rows, and stores none. */
    static <D> RowWriter<D> of(RowWriter<D> writer) {
        // All rows of a trial are its last ones: they are tried together.
        return rows -> takenBack(() -> writer.writeLast(rows));
    }

    private static <T> T takenBack(Supplier<T> work) {
        QuarkusTransaction.begin();
        try {
            return work.get();
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
