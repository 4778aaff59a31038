package dev.leadline.intake;

import static dev.leadline.testing.Problems.assertProblem;
import static dev.leadline.testing.Problems.assertProblemAt;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies sent with Content-Encoding: gzip are those they hold, with the same bounds; broken ones store nothing that is not whole. */
@QuarkusTest
class ZippedBodiesTest {

    private static final String BASE = "/api/v1";
    private static final String NDJSON = "application/x-ndjson";
    private static final int BATCH_LIMIT = 16 << 20;
    private static final int RECORD_LIMIT = 256 << 10;

    private TestWorkspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = TestWorkspace.create();
    }

    @Test
    void given_each_kind_of_record_when_posted_zipped_then_it_is_stored() {
        Map<String, String> records = new LinkedHashMap<>();
        records.put("/campaigns", Examples.campaign("g1").json());
        records.put("/spend", Examples.spend("g1", "2025-03-01").json());
        records.put("/inquiries", Examples.inquiry("i1").json());
        records.put("/deals", Examples.deal("d1", "i1").json());
        records.forEach((path, record) -> {
            zipped(path, record).then().statusCode(201);
            for (Response batch : List.of(
                    zipped(path + "/batch", "[" + record + "]"),
                    send(NDJSON, "gzip", path + "/batch", gzip(record + "\n")))) {
                batch.then().statusCode(207).body("unchanged", equalTo(1));
            }
        });
    }

    @Test
    void given_a_deal_when_its_patch_is_zipped_then_it_is_changed() {
        workspace.create("/inquiries", Examples.inquiry("i1").json());
        String id = workspace.create("/deals", Examples.deal("d1", "i1").json());
        workspace
                .integration()
                .header("Content-Encoding", "gzip")
                .body(gzip("{\"revenue\": 12}"))
                .patch(BASE + "/deals/" + id)
                .then()
                .statusCode(200)
                .body("revenue", equalTo(12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", " gzip ", "x-gzip"})
    void given_any_name_of_gzip_when_posted_then_it_is_taken(String coding) {
        send(
                        "application/json",
                        coding,
                        "/inquiries",
                        gzip(Examples.inquiry("i1").json()))
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"deflate", "br", "zstd", "compress", "gzip, gzip", "gzip, br", "identity, gzip", "nonsense", "*"
            })
    void givenAnotherCoding_whenPosted_thenItIsRefusedWithTheRemedy(String coding) {
        for (String path : List.of("/inquiries", "/inquiries/batch")) {
            assertProblem(send("application/json", coding, path, new byte[] {31, -117, 8, 0}), 415)
                    .body("detail", containsString("Content-Encoding: gzip"));
        }
        assertProblem(send(NDJSON, coding, "/inquiries/batch", new byte[] {31, -117, 8, 0}), 415);
    }

    /** Two files one behind the other, as {@code cat} makes them, and more rows than a chunk has. */
    @Test
    void given_a_stream_of_several_members_when_posted_then_every_row_is_stored() {
        byte[] first = gzip(lines(0, 3_000));
        byte[] second = gzip(lines(3_000, 6_000));
        send(NDJSON, "gzip", "/inquiries/batch", joined(first, second))
                .then()
                .statusCode(207)
                .body("received", equalTo(6_000))
                .body("created", equalTo(6_000));
    }

    @Test
    void given_a_body_whose_length_is_not_said_when_it_is_zipped_then_it_is_taken() {
        workspace
                .integration()
                .header("Content-Encoding", "gzip")
                .body(new ByteArrayInputStream(gzip(Examples.inquiry("i1").json())))
                .post(BASE + "/inquiries")
                .then()
                .statusCode(201);
    }

    @Test
    void given_a_zipped_body_at_the_limit_when_posted_then_it_is_taken_and_a_byte_more_is_not() {
        String record = Examples.inquiry("i1").json();
        String padded = " ".repeat(RECORD_LIMIT - record.length()) + record;
        zipped("/inquiries", padded).then().statusCode(201);
        assertProblem(zipped("/inquiries", " " + padded), 413)
                .body("detail", containsString(String.valueOf(RECORD_LIMIT)));
        String rows = "[" + record + "]";
        String paddedRows = " ".repeat(BATCH_LIMIT - rows.length()) + rows;
        zipped("/inquiries/batch", paddedRows).then().statusCode(207).body("unchanged", equalTo(1));
        assertProblem(zipped("/inquiries/batch", " " + paddedRows), 413)
                .body("detail", containsString(String.valueOf(BATCH_LIMIT)));
    }

    @Test
    void given_a_small_body_that_holds_a_huge_one_when_posted_then_it_is_too_large_and_nothing_is_stored() {
        byte[] bomb = gzip(" ".repeat(100_000_000));
        for (String path : List.of("/inquiries", "/inquiries/batch", "/deals", "/spend/batch")) {
            assertProblem(send("application/json", "gzip", path, bomb), 413);
        }
        assertEquals(0, workspace.count("/inquiries"));
    }

    @Test
    void given_a_line_that_unzips_to_a_huge_one_when_posted_then_only_that_line_is_rejected() {
        String rows = Examples.inquiry("i0").json() + "\n{\"message\": \"" + "x".repeat(50_000_000) + "\"}\n"
                + Examples.inquiry("i2").json();
        send(NDJSON, "gzip", "/inquiries/batch", gzip(rows))
                .then()
                .statusCode(207)
                .body("created", equalTo(2))
                .body("problems[0].index", equalTo(1))
                .body("problems[0].problem.status", equalTo(413));
    }

    @Test
    void given_a_broken_body_when_posted_then_it_is_unreadable_and_nothing_of_it_is_stored() {
        byte[] whole = gzip("[" + Examples.inquiry("i1").json() + "]");
        byte[] single = gzip(Examples.inquiry("i1").json());
        byte[] wrong = whole.clone();
        wrong[wrong.length - 5] ^= 1;
        List<byte[]> broken = List.of(
                Arrays.copyOf(whole, whole.length - 1),
                Arrays.copyOf(whole, 15),
                Arrays.copyOf(whole, 1),
                wrong,
                joined(whole, new byte[] {'x'}),
                Examples.inquiry("i1").json().getBytes(StandardCharsets.UTF_8));
        for (byte[] body : broken) {
            assertProblemAt(send("application/json", "gzip", "/inquiries/batch", body), 400, "")
                    .body("detail", containsString("not valid gzip"));
            assertProblemAt(send(NDJSON, "gzip", "/inquiries/batch", body), 400, "");
        }
        assertProblemAt(
                send("application/json", "gzip", "/inquiries", Arrays.copyOf(single, single.length - 9)), 400, "");
        assertEquals(0, workspace.count("/inquiries"));
    }

    @Test
    void given_a_stream_that_breaks_off_when_it_is_sent_again_whole_then_every_row_is_there_once() {
        byte[] whole = gzip(lines(0, 5_000));
        assertProblem(send(NDJSON, "gzip", "/inquiries/batch", Arrays.copyOf(whole, whole.length - 20)), 400);
        Response again = send(NDJSON, "gzip", "/inquiries/batch", whole);
        again.then().statusCode(207).body("rejected", equalTo(0)).body("updated", equalTo(0));
        int there = again.<Integer>path("created") + again.<Integer>path("unchanged");
        assertEquals(5_000, there);
    }

    @Test
    void given_an_idempotency_key_when_the_same_body_comes_zipped_and_plain_then_it_is_the_same_request() {
        String record = Examples.inquiry("i1").json();
        keyed().header("Content-Encoding", "gzip")
                .body(gzip(record))
                .post(BASE + "/inquiries")
                .then()
                .statusCode(201);
        keyed().body(record).post(BASE + "/inquiries").then().statusCode(201).header("Idempotent-Replayed", "true");
        assertEquals(1, workspace.count("/inquiries"));
    }

    private RequestSpecification keyed() {
        return workspace.integration().header("Idempotency-Key", "zipped-or-not");
    }

    private Response zipped(String path, String body) {
        return send("application/json", "gzip", path, gzip(body));
    }

    private Response send(String contentType, String coding, String path, byte[] body) {
        return workspace
                .integration()
                .contentType(contentType)
                .header("Content-Encoding", coding)
                .body(body)
                .post(BASE + path);
    }

    private static String lines(int from, int to) {
        StringBuilder lines = new StringBuilder();
        IntStream.range(from, to)
                .forEach(i -> lines.append(Examples.inquiry("i" + i).json()).append('\n'));
        return lines.toString();
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
