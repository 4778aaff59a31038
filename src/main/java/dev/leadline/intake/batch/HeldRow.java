package dev.leadline.intake.batch;

import dev.leadline.intake.record.RowOutcome;
import java.util.ArrayList;
import java.util.List;

/**
 * A row that is yet to be stored, with those of its key that were put to it.
 *
 * @param <D> a row as it is stored
 */
final class HeldRow<D> {

    private final long index;
    private D row;
    private long repetitions;
    private RowOutcome repetition;
    private List<Long> firstRepetitions = List.of();

    /** @param index the row's place in the batch */
    HeldRow(D row, long index) {
        this.row = row;
        this.index = index;
    }

    D row() {
        return row;
    }

    long index() {
        return index;
    }

    /**
     * Puts a later row to it.
     *
     * @param stands what is to be stored now
     * @param later what becomes of the later row, if this one is stored
     * @param laterIndex the later row's place in the batch
     * @param most of how many it is kept where they stood
     */
    void put(D stands, RowOutcome later, long laterIndex, int most) {
        row = stands;
        repetition = later;
        repetitions++;
        if (firstRepetitions.isEmpty()) {
            firstRepetitions = new ArrayList<>();
        }
        if (firstRepetitions.size() < most) {
            firstRepetitions.add(laterIndex);
        }
    }

    /** How many rows were put to it. */
    long repetitions() {
        return repetitions;
    }

    /** What became of those rows; null if there are none. */
    RowOutcome repetition() {
        return repetition;
    }

    /** Where the first of them stood. */
    List<Long> firstRepetitions() {
        return firstRepetitions;
    }
}
