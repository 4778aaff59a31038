package dev.leadline.intake.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.leadline.intake.record.IntakeRequest;
import dev.leadline.intake.record.RecordKind;
import dev.leadline.intake.record.RequestCheck;
import dev.leadline.platform.Ndjson;
import dev.leadline.platform.http.BatchLimits;
import dev.leadline.platform.http.HttpLimits;
import dev.leadline.platform.problem.JsonProblems;
import dev.leadline.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Takes in batches of any kind of record: a JSON array, a stream of lines, or a list made in this process. */
@ApplicationScoped
public class BatchIntake {

    private static final MediaType NDJSON = MediaType.valueOf(Ndjson.MEDIA_TYPE);

    /** The rows of a dry run wait in memory for one transaction, which others may have to wait for. */
    private static final int MOST_TRIED_ROWS = 50_000;

    private final ObjectMapper json;
    private final RequestCheck check;
    private final BatchLimits limits;
    private final long recordBytes;
    private final long triedBytes;
    private final CallerRunsExecutor threads = new CallerRunsExecutor();

    BatchIntake(ObjectMapper json, RequestCheck check, BatchLimits limits, HttpLimits http) {
        this.json = json;
        this.check = check;
        this.limits = limits;
        this.recordBytes = http.recordBytes();
        this.triedBytes = http.bodyBytes();
    }

    /**
     * Stores the rows of a request's body, which is a JSON array or, by its media type, NDJSON.
     *
     * @param dryRun whether only to say what would become of them; the answer is the same, and nothing is stored
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for an array that cannot be read, 413 for one with too many
     *     rows, or for a dry run with too many; nothing is stored then
     */
    public <T extends IntakeRequest<T>> BatchResult read(
            InputStream body, MediaType mediaType, RecordKind<T, ?> kind, boolean dryRun) throws IOException {
        ObjectReader reader = json.readerFor(kind.type());
        try (BatchRun<T, ?> run = dryRun ? trial(kind) : run(kind)) {
            if (NDJSON.isCompatible(mediaType)) {
                readLines(body, reader, run, dryRun);
            } else {
                readArray(body, reader, run);
            }
            return run.finish();
        }
    }

    /** Stores rows made in this process. */
    public <T extends IntakeRequest<T>> BatchResult rows(Iterable<T> rows, RecordKind<T, ?> kind) {
        try (BatchRun<T, ?> run = run(kind)) {
            rows.forEach(run::add);
            return run.finish();
        }
    }

    private <T extends IntakeRequest<T>, D> BatchRun<T, D> run(RecordKind<T, D> kind) {
        return new BatchRun<>(check, kind, threads);
    }

    private <T extends IntakeRequest<T>, D> BatchRun<T, D> trial(RecordKind<T, D> kind) {
        return new BatchRun<>(check, kind.tried(), ChunkSize.TRIED, threads);
    }

    private <T extends IntakeRequest<T>> void readArray(InputStream body, ObjectReader reader, BatchRun<T, ?> run)
            throws IOException {
        byte[] bytes = body.readAllBytes();
        List<ArrayRows.Place> rows = ArrayRows.find(bytes, json, limits.arrayRows(), recordBytes);
        for (ArrayRows.Place row : rows) {
            // Nothing else is a record, and a number that no type can hold would not even be read.
            if (bytes[row.from()] == '{') {
                readRow(bytes, row.from(), row.length(), reader, run);
            } else {
                run.reject(Problem.invalid("", "must be an object"));
            }
        }
    }

    /** Rows behind the most a stream may have are read and rejected, so that the counts tell what was stored. */
    private <T extends IntakeRequest<T>> void readLines(
            InputStream body, ObjectReader reader, BatchRun<T, ?> run, boolean dryRun) throws IOException {
        LineReader lines = new LineReader(body, limits.lineBytes());
        long bytes = 0;
        while (lines.next()) {
            if (lines.isBlank()) {
                continue;
            }
            bytes += lines.length();
            if (dryRun && (run.received() == MOST_TRIED_ROWS || bytes > triedBytes)) {
                throw Problem.tooLarge("A dry run takes at most " + MOST_TRIED_ROWS + " rows and " + triedBytes
                                + " bytes. Try the stream in parts.")
                        .toException();
            }
            if (run.received() >= limits.ndjsonRows()) {
                run.reject(Problem.tooLarge(
                        "The stream has more than " + limits.ndjsonRows() + " rows. Send the rest in another stream."));
            } else if (lines.isTooLong()) {
                run.reject(Problem.tooLarge("The line is longer than " + limits.lineBytes() + " bytes."));
            } else {
                readRow(lines.bytes(), 0, lines.length(), reader, run);
            }
        }
    }

    private static <T extends IntakeRequest<T>> void readRow(
            byte[] bytes, int from, int length, ObjectReader reader, BatchRun<T, ?> run) {
        T row;
        try {
            row = reader.readValue(bytes, from, length);
        } catch (JsonProcessingException e) {
            run.reject(JsonProblems.of(e));
            return;
        } catch (IOException e) {
            run.reject(Problem.unreadable("The line is not UTF-8.", null));
            return;
        }
        run.add(row, length);
    }
}
