package dev.leadline.intake.record;

import java.util.Optional;
import java.util.function.Function;

/**
 * A kind of record on its way in.
 *
 * @param <T> a record as it is sent
 * @param <D> a record as it is stored
 * @param type of a record as it is sent
 * @param draft what can be worked out of a checked record before the database is asked; a batch does so while others are being stored
 * @param writer stores records
 * @param repeats how rows of one key are put together; empty where each is stored by itself
 */
public record RecordKind<T extends IntakeRequest<T>, D>(
        Class<T> type, Function<T, D> draft, RowWriter<D> writer, Optional<Repeats<D>> repeats) {

    /** A kind whose rows are stored each by itself. */
    public RecordKind(Class<T> type, Function<T, D> draft, RowWriter<D> writer) {
        this(type, draft, writer, Optional.empty());
    }

    /** The same kind, of which nothing is stored. */
    public RecordKind<T, D> tried() {
        return new RecordKind<>(type, draft, Trial.of(writer), repeats);
    }

    /** A kind whose records are stored as they are sent. */
    public static <T extends IntakeRequest<T>> RecordKind<T, T> of(Class<T> type, RowWriter<T> writer) {
        return new RecordKind<>(type, Function.identity(), writer);
    }
}
