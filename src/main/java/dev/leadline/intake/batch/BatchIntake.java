package dev.leadline.intake.batch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.leadline.platform.LeadlineConfiguration;
import dev.leadline.platform.problem.FieldError;
import dev.leadline.platform.problem.JsonProblems;
import dev.leadline.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Takes in batches of any kind of record: a JSON array, a stream of lines, or a list made in this process. */
@ApplicationScoped
public class BatchIntake {

    /** Media type of a stream with one JSON object on each line. */
    public static final String NDJSON = "application/x-ndjson";

    /** What a batch is, for the API document. */
    public static final String DESCRIPTION =
            "A JSON array of at most 10,000 rows, or NDJSON of at most 1,000,000 lines,"
                    + " which is streamed. Every good row is stored whatever the others are; the answer counts the rows and says"
                    + " why any was rejected.";

    private static final MediaType NDJSON_TYPE = MediaType.valueOf(NDJSON);

    private final ObjectMapper json;
    private final RequestCheck check;
    private final LeadlineConfiguration.Limits limits;
    private final SideThreads threads = new SideThreads();

    BatchIntake(ObjectMapper json, RequestCheck check, LeadlineConfiguration configuration) {
        this.json = json;
        this.check = check;
        this.limits = configuration.limits();
    }

    /**
     * Stores the rows of a request's body, which is a JSON array or, by its media type, NDJSON.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for an array that cannot be read, 413 for one with too many
     *     rows; nothing is stored then
     */
    public <T extends IntakeRequest<T>> BatchResult read(
            InputStream body, MediaType mediaType, Class<T> type, RowWriter<T> writer) throws IOException {
        return NDJSON_TYPE.isCompatible(mediaType) ? lines(body, type, writer) : array(body, type, writer);
    }

    /** Stores rows made in this process. */
    public <T extends IntakeRequest<T>> BatchResult rows(Iterable<T> rows, RowWriter<T> writer) {
        try (BatchRun<T> run = new BatchRun<>(check, writer, threads)) {
            rows.forEach(run::add);
            return run.finish();
        }
    }

    private <T extends IntakeRequest<T>> BatchResult array(InputStream body, Class<T> type, RowWriter<T> writer)
            throws IOException {
        List<TokenBuffer> rows = elements(body);
        ObjectReader reader = json.readerFor(type);
        try (BatchRun<T> run = new BatchRun<>(check, writer, threads)) {
            for (TokenBuffer row : rows) {
                // Nothing else is a record, and a number that no type can hold would not even be read.
                if (row.firstToken() != JsonToken.START_OBJECT) {
                    run.reject(Problem.invalid("", "must be an object"));
                    continue;
                }
                try (JsonParser parser = row.asParser()) {
                    run.add(reader.<T>readValue(parser));
                } catch (JsonProcessingException e) {
                    run.reject(JsonProblems.of(e));
                }
            }
            return run.finish();
        }
    }

    /** All elements of the array, read before the first is stored, so that a broken array stores nothing. */
    private List<TokenBuffer> elements(InputStream body) throws IOException {
        try (JsonParser parser = json.createParser(body)) {
            return elements(parser);
        } catch (CharConversionException e) {
            throw Problem.unreadable("The body is not UTF-8.", null).toException();
        }
    }

    private List<TokenBuffer> elements(JsonParser parser) throws IOException {
        List<TokenBuffer> rows = new ArrayList<>();
        try {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw unreadable("The body must be a JSON array of records.", "must be an array");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (rows.size() == limits.arrayRows()) {
                    throw Problem.tooLarge("The array has more than " + limits.arrayRows()
                                    + " rows. Send several arrays, or one stream as " + NDJSON + ".")
                            .toException();
                }
                TokenBuffer row = new TokenBuffer(parser);
                row.copyCurrentStructure(parser);
                rows.add(row);
            }
            if (parser.nextToken() != null) {
                throw unreadable("Something stands behind the end of the array.", "something stands behind its end");
            }
            return rows;
        } catch (JsonProcessingException e) {
            throw JsonProblems.of(e, parser).toException();
        }
    }

    /** Rows behind the most a stream may have are read and rejected, so that the counts tell what was stored. */
    private <T extends IntakeRequest<T>> BatchResult lines(InputStream body, Class<T> type, RowWriter<T> writer)
            throws IOException {
        LineReader lines = new LineReader(body, limits.lineBytes());
        ObjectReader reader = json.readerFor(type);
        try (BatchRun<T> run = new BatchRun<>(check, writer, threads)) {
            while (lines.next()) {
                if (lines.isBlank()) {
                    continue;
                }
                if (run.received() >= limits.ndjsonRows()) {
                    run.reject(Problem.tooLarge(
                            "The stream has more than " + limits.ndjsonRows() + " rows. Send this one in another."));
                } else if (lines.isTooLong()) {
                    run.reject(Problem.tooLarge("The line is longer than " + limits.lineBytes() + " bytes."));
                } else {
                    readLine(lines, reader, run);
                }
            }
            return run.finish();
        }
    }

    private static <T extends IntakeRequest<T>> void readLine(LineReader line, ObjectReader reader, BatchRun<T> run) {
        T row;
        try {
            row = reader.readValue(line.bytes(), 0, line.length());
        } catch (JsonProcessingException e) {
            run.reject(JsonProblems.of(e));
            return;
        } catch (IOException e) {
            run.reject(Problem.unreadable("The line is not UTF-8.", null));
            return;
        }
        run.add(row, line.length());
    }

    private static RuntimeException unreadable(String detail, String ofBody) {
        return Problem.unreadable(detail, List.of(FieldError.at("", ofBody))).toException();
    }
}
