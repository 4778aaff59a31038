package dev.leadline.platform.problem;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What the database said that made something fail. */
public final class SqlCause {

    private SqlCause() {}

    /** The first such exception among the causes; where a commit fails it is only a suppressed one of theirs. */
    public static Optional<SQLException> of(Throwable failure) {
        if (failure instanceof SQLException sql) {
            return Optional.of(sql);
        }
        if (failure == null) {
            return Optional.empty();
        }
        return Stream.concat(Stream.ofNullable(failure.getCause()), Arrays.stream(failure.getSuppressed()))
                .map(cause -> of(cause).orElse(null))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
