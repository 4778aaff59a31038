package dev.leadline.intake.batch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.platform.Ndjson;
import dev.leadline.platform.problem.FieldError;
import dev.leadline.platform.problem.JsonProblems;
import dev.leadline.platform.problem.Problem;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the rows of a JSON array lie in its body. The whole array is looked through before its first row is read, so that a broken one
 * stores nothing; and only places are kept, so that it takes no more memory than its bytes.
 */
final class ArrayRows {

    /** Of one row; it is an object if it begins like one. */
    record Place(int from, int length) {}

    private final JsonParser parser;
    private final int mostRows;
    private final long mostBytes;

    private ArrayRows(JsonParser parser, int mostRows, long mostBytes) {
        this.parser = parser;
        this.mostRows = mostRows;
        this.mostBytes = mostBytes;
    }

    /**
     * Finds the rows.
     *
     * @param mostRows that an array may have
     * @param mostBytes that a row may have
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for an array that cannot be read, 413 for one with too many rows or
     *     too long a row
     */
    static List<Place> find(byte[] body, ObjectMapper json, int mostRows, long mostBytes) throws IOException {
        try (JsonParser parser = json.createParser(body)) {
            return new ArrayRows(parser, mostRows, mostBytes).find();
        } catch (CharConversionException e) {
            throw notUtf8();
        }
    }

    private List<Place> find() throws IOException {
        List<Place> rows = new ArrayList<>();
        try {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw unreadable("The body must be a JSON array of records.", "must be an array");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (rows.size() == mostRows) {
                    throw Problem.tooLarge("The array has more than " + mostRows
                                    + " rows. Send several arrays, or one stream as " + Ndjson.MEDIA_TYPE + ".")
                            .toException();
                }
                rows.add(row(rows.size()));
            }
            if (parser.nextToken() != null) {
                throw unreadable("There is more text after the end of the array.", "there is more text after its end");
            }
            return rows;
        } catch (JsonProcessingException e) {
            throw JsonProblems.of(e, parser).toException();
        }
    }

    private Place row(int number) throws IOException {
        long from = parser.currentTokenLocation().getByteOffset();
        if (from < 0) {
            throw notUtf8();
        }
        for (int depth = 0; ; parser.nextToken()) {
            depth += parser.currentToken().isStructStart()
                    ? 1
                    : parser.currentToken().isStructEnd() ? -1 : 0;
            long length = parser.currentLocation().getByteOffset() - from;
            if (length > mostBytes) {
                throw Problem.tooLarge("Row " + number + " of the array is longer than " + mostBytes + " bytes.")
                        .toException();
            }
            if (depth == 0) {
                return new Place(Math.toIntExact(from), Math.toIntExact(length));
            }
        }
    }

    private static RuntimeException notUtf8() {
        return unreadable("The body is not UTF-8.", "must be UTF-8");
    }

    private static RuntimeException unreadable(String detail, String ofBody) {
        return Problem.unreadable(detail, List.of(FieldError.at("", ofBody))).toException();
    }
}
