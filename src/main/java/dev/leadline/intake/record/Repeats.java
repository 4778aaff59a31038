package dev.leadline.intake.record;

/**
 * For a kind whose rows may repeat a key within one request: which do, and what they say together. They are put together before
 * they are stored, so that nobody reads a part of a sum.
 *
 * @param <D> a row on its way
 */
public interface Repeats<D> {

    /** What rows of one key have in common; with {@code equals}. */
    Object key(D row);

    /** What two rows of one key say together, the earlier one of them perhaps put together already. */
    Repeated<D> together(D earlier, D later);
}
