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
}
