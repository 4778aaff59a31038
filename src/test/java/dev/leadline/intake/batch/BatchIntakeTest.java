package dev.leadline.intake.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.intake.record.IntakeRequest;
import dev.leadline.intake.record.RecordKind;
import dev.leadline.intake.record.RequestCheck;
import dev.leadline.intake.record.RowOutcome;
import dev.leadline.intake.record.RowWriter;
import dev.leadline.platform.Ndjson;
import dev.leadline.platform.http.BatchLimits;
import dev.leadline.platform.http.HttpLimits;
import dev.leadline.platform.problem.FieldError;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a batch does when it is too long, and when the database refuses a chunk; the writers here play that part. */
@QuarkusTest
class BatchIntakeTest {

    /** A request with nothing to check. */
    record Note(String text) implements IntakeRequest<Note> {
        @Override
        public Note normalised(Supplier<ZoneId> zone) {
            return this;
        }

        @Override
        public List<FieldError> faults() {
            return List.of();
        }
    }

    @Inject
    ObjectMapper json;

    @Inject
    RequestCheck check;

    private final List<List<String>> written = new ArrayList<>();

    @Test
    void given_a_stream_with_more_rows_than_it_may_have_when_read_then_the_rest_is_counted_as_rejected()
            throws IOException {
        BatchResult result = read(5, this::write);
        assertEquals(new BatchResult(5, 3, 0, 0, 0, 0, 2, 0, result.problems(), List.of()), result);
        assertEquals(List.of(List.of("0", "1", "2")), written);
        assertEquals(
                List.of(3L, 4L),
                result.problems().stream().map(BatchResult.RowProblem::index).toList());
        assertEquals(413, result.problems().get(0).problem().status());
    }

    @Test
    void given_a_chunk_refused_for_the_sake_of_a_row_when_read_then_the_other_rows_are_stored() throws IOException {
        BatchResult result = read(3, rows -> {
            if (rows.contains(new Note("1"))) {
                throw failure("23502");
            }
            return write(rows);
        });
        assertEquals(new BatchResult(3, 2, 0, 0, 0, 0, 1, 0, result.problems(), List.of()), result);
        assertEquals(List.of(List.of("0"), List.of("2")), written);
        assertEquals(1, result.problems().get(0).index());
        assertEquals(422, result.problems().get(0).problem().status());
    }

    @Test
    void given_a_chunk_that_lost_against_another_when_read_then_it_is_tried_again() throws IOException {
        List<RuntimeException> failures = new ArrayList<>(List.of(failure("40P01"), failure("40001")));
        BatchResult result = read(3, rows -> {
            if (!failures.isEmpty()) {
                throw failures.remove(0);
            }
            return write(rows);
        });
        assertEquals(3, result.created());
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57014", "25006", "XX000"})
    void givenADatabaseThatIsGone_whenRead_thenTheRequestFailsAndNoRowIsBlamed(String sqlState) {
        RuntimeException gone = failure(sqlState);
        assertSame(
                gone,
                assertThrows(
                        RuntimeException.class,
                        () -> read(3, rows -> {
                            throw gone;
                        })));
    }

    private BatchResult read(int rows, RowWriter<Note> writer) throws IOException {
        SmallRyeConfig threeRows = new SmallRyeConfigBuilder()
                .withMapping(BatchLimits.class)
                .withMapping(HttpLimits.class)
                .withDefaultValue("leadline.limits.ndjson-rows", "3")
                .build();
        String lines = IntStream.range(0, rows)
                .mapToObj(i -> "{\"text\": \"" + i + "\"}")
                .collect(Collectors.joining("\n"));
        return new BatchIntake(
                        json,
                        check,
                        threeRows.getConfigMapping(BatchLimits.class),
                        threeRows.getConfigMapping(HttpLimits.class))
                .read(
                        new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)),
                        MediaType.valueOf(Ndjson.MEDIA_TYPE),
                        RecordKind.of(Note.class, writer),
                        false);
    }

    private List<RowOutcome> write(List<Note> rows) {
        written.add(rows.stream().map(Note::text).toList());
        return rows.stream().map(row -> RowOutcome.created(new UUID(0, 0))).toList();
    }

    private static RuntimeException failure(String sqlState) {
        return new IllegalStateException(new SQLException("refused", sqlState));
    }
}
