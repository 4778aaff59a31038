package dev.leadline.intake.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrayRowsTest {

    private static final int MOST_ROWS = 3;
    private static final int MOST_BYTES = 60;

    private final ObjectMapper json = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    @Test
    void given_rows_of_all_kinds_when_found_then_each_is_where_it_stands_in_the_bytes() throws IOException {
        String body = "\uFEFF [ {\"a\": \"\u00e4 ]}\", \"b\": [1, {\"c\": []}]} ,\n{}, [[2]] ] ";

        assertEquals(List.of("{\"a\": \"\u00e4 ]}\", \"b\": [1, {\"c\": []}]}", "{}", "[[2]]"), rows(body));
        assertEquals(List.of(), rows("[]"));
        assertEquals('"', rows("[\"text\", 1, null]").get(0).charAt(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{}", "[{},]", "[{}] {}", "{}", "", "[{\"a\" 1}]", "[{]}", "[{\"a\": \"", "nul"})
    void given_an_array_that_is_broken_when_looked_through_then_it_is_refused(String body) {
        assertEquals(400, refused(body.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE"})
    void given_another_encoding_when_looked_through_then_it_is_refused(String charset) throws IOException {
        assertEquals(400, refused("""
                [{"a": 1}]""".getBytes(charset)));
    }

    @Test
    void given_more_rows_or_a_longer_row_than_may_be_when_looked_through_then_it_is_too_large() throws IOException {
        assertEquals(3, rows("[{}, {}, {}]").size());
        assertEquals(413, refused("[{}, {}, {}, {}]".getBytes(StandardCharsets.UTF_8)));
        assertEquals(60, rows("[{\"a\": \"" + "x".repeat(51) + "\"}]").get(0).length());
        assertEquals(413, refused(("[{\"a\": \"" + "x".repeat(52) + "\"}]").getBytes(StandardCharsets.UTF_8)));
    }

    /** Duplicates are looked for among the names of an object, which takes many times their bytes. */
    @Test
    void given_a_row_of_a_million_names_when_looked_through_then_not_all_of_them_are_read() {
        String names =
                IntStream.range(0, 1_000_000).mapToObj(i -> "\"" + i + "\":0").collect(Collectors.joining(","));
        byte[] body = ("[{" + names + ",\"0\":0}]").getBytes(StandardCharsets.UTF_8);

        assertEquals(413, refused(body), "and not the 400 of a name that comes twice");
    }

    private List<String> rows(String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return ArrayRows.find(bytes, json, MOST_ROWS, MOST_BYTES).stream()
                .map(place -> new String(bytes, place.from(), place.length(), StandardCharsets.UTF_8))
                .toList();
    }

    private int refused(byte[] body) {
        HttpProblem problem = assertThrows(HttpProblem.class, () -> ArrayRows.find(body, json, MOST_ROWS, MOST_BYTES));
        assertTrue(problem.getDetail() != null);
        return problem.getStatusCode();
    }
}
