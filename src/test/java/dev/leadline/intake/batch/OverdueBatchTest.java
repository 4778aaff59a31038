package dev.leadline.intake.batch;

import static dev.leadline.testing.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadline.platform.Ndjson;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OverdueBatchTest {

    private static final int FIRST_CHUNK = 2_000;

    @Test
    void given_a_stream_whose_second_chunk_takes_too_long_then_the_client_is_told_to_come_back_and_the_first_is_kept() {
        OverdueBatchResource.STORED.clear();
        String lines = IntStream.range(0, FIRST_CHUNK + 1)
                .mapToObj(i -> "{\"text\": \"" + i + "\"}")
                .collect(Collectors.joining("\n"));

        assertProblem(
                        given().contentType(Ndjson.MEDIA_TYPE + "; charset=UTF-8")
                                .body(lines.getBytes(StandardCharsets.UTF_8))
                                .post("/test/overdue/batch"),
                        503)
                .header("Retry-After", "2");

        assertEquals(
                IntStream.range(0, FIRST_CHUNK).mapToObj(Integer::toString).toList(),
                List.copyOf(OverdueBatchResource.STORED));
    }
}
