package dev.leadline.intake.record;

import java.util.List;

/** Stores rows in one transaction of its own. */
@FunctionalInterface
public interface RowWriter<T> {

    /**
     * Stores every row that can be stored.
     *
     * @param rows valid and normalised
     * @return the outcomes, one for each row, in the rows' order
     */
    List<RowOutcome> write(List<T> rows);

    /** Does the same at the end of a request: no row of these keys comes any more. */
    default List<RowOutcome> writeLast(List<T> rows) {
        return write(rows);
    }
}
