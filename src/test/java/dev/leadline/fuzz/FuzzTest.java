package dev.leadline.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.platform.openapi.ServedDocument;
import dev.leadline.platform.openapi.ServedDocument.ServedOperation;
import dev.leadline.testing.LogLines;
import dev.leadline.testing.TableState;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sent, the answer is one that the API document tells of, the log keeps quiet, and no record suffers.
 * Another seed: {@code -Dfuzz.seed=}.
 */
@QuarkusTest
class FuzzTest {

    private static final long SEED = 20_261_122;
    private static final int BETWEEN_WITNESSES = 100;
    private static final int MOST_OF_A_KIND = 2;

    /** Personal data of the examples, and what stands in spoilt texts. */
    private static final List<String> PRIVATE =
            List.of(OddText.PRIVATE, "Mei Chen", "mei.chen@example.com", "+86 512 5555 0100");

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    DataSource dataSource;

    private final List<String> failures = new ArrayList<>();
    private final Map<String, Integer> kinds = new TreeMap<>();

    @Test
    void given_bad_requests_when_they_are_sent_then_the_answers_are_those_of_the_document() throws Exception {
        run(Long.getLong("fuzz.seed", SEED), 2_000);
    }

    @Test
    @Tag("fuzz")
    void given_many_more_bad_requests_when_they_are_sent_then_the_answers_are_those_of_the_document() throws Exception {
        run(Long.getLong("fuzz.seed", System.nanoTime()), Integer.getInteger("fuzz.requests", 20_000));
    }

    private void run(long seed, int requests) throws Exception {
        String server = "http://localhost:" + RestAssured.port;
        System.out.println("Fuzz: " + requests + " requests, -Dfuzz.seed=" + seed);
        TestWorkspace neighbour = populated();
        String neighbourId = id(neighbour);
        TableState before = TableState.of(dataSource, neighbourId);

        TestWorkspace workspace = TestWorkspace.create();
        Draw draw = new Draw(seed);
        Known known = new Known();
        ServedDocument document = ServedDocument.read();
        RequestFuzz fuzz =
                new RequestFuzz(draw, document, new Keys(workspace.keys(), TestWorkspace.INSTALLATION_KEY), known);
        Contract contract = new Contract(document);
        FuzzClient client = new FuzzClient(server);
        Witnesses witnesses = new Witnesses(workspace);
        Map<Integer, Integer> statuses = new TreeMap<>();

        // The line of each request is heard, but not shown.
        Logger access = Logger.getLogger("access");
        access.setUseParentHandlers(false);
        long start = System.nanoTime();
        try (LogLines log = LogLines.of("");
                LogLines requestLines = LogLines.of(access.getName())) {
            for (ServedOperation operation : document.operations()) {
                if (operation.method().equals("POST")) {
                    FuzzRequest example = fuzz.example(operation);
                    learn(draw, known, example, client.send(example));
                }
            }
            for (int i = 0; i < requests; i++) {
                if (i % BETWEEN_WITNESSES == 0) {
                    witnesses.post();
                }
                FuzzRequest request = fuzz.next();
                log.records().clear();
                requestLines.records().clear();
                HttpResponse<byte[]> answer = client.send(request);
                learn(draw, known, request, answer);
                statuses.merge(answer.statusCode(), 1, Integer::sum);
                List<String> faults = new ArrayList<>(contract.faults(request, answer));
                Stream.concat(log.records().stream(), requestLines.records().stream())
                        .forEach(line -> loud(line, faults));
                if (!faults.isEmpty() && isNews(faults)) {
                    failures.add("Request " + request.number() + ": " + faults + "\n  answered " + answer.statusCode()
                            + " " + shortened(new String(answer.body(), StandardCharsets.UTF_8)) + "\n  "
                            + request.curl(server));
                }
            }
        } finally {
            access.setUseParentHandlers(true);
        }
        System.out.println(
                "Fuzz: answers by status " + statuses + " in " + (System.nanoTime() - start) / 1_000_000_000 + " s");
        assertTrue(
                failures.isEmpty(),
                () -> "Of " + requests + " requests with -Dfuzz.seed=" + seed + " failed, by their kind: " + kinds
                        + "\n" + String.join("\n", failures));
        witnesses.assertUnchanged();
        for (ServedOperation operation : document.operations()) {
            if (operation.method().equals("GET") && !operation.path().contains("{id}")) {
                FuzzRequest request = fuzz.example(operation);
                HttpResponse<byte[]> answer = client.send(request);
                assertEquals(200, answer.statusCode(), () -> request.curl(server));
                assertEquals(List.of(), contract.faults(request, answer), () -> request.curl(server));
            }
        }
        assertEquals(before, TableState.of(dataSource, neighbourId), "another workspace");
    }

    /** Few of a kind are shown. */
    private boolean isNews(List<String> faults) {
        String kind = faults.get(0).replaceAll("[0-9]+", "0");
        return kinds.merge(kind.substring(0, Math.min(80, kind.length())), 1, Integer::sum) <= MOST_OF_A_KIND;
    }

    private static TestWorkspace populated() {
        TestWorkspace workspace = TestWorkspace.create();
        new Witnesses(workspace).post();
        return workspace;
    }

    private static String id(TestWorkspace workspace) {
        return workspace.get("/workspace").then().extract().path("id");
    }

    private static void learn(Draw draw, Known known, FuzzRequest request, HttpResponse<byte[]> answer)
            throws IOException {
        if (answer.statusCode() == 201
                && !JSON.readTree(answer.body()).path("dryRun").asBoolean()) {
            String id = JSON.readTree(answer.body()).path("id").asText("");
            if (!id.isEmpty()) {
                known.addId(draw, RequestFuzz.collection(request.operation()), id);
            }
        } else if (answer.statusCode() == 200 && request.operation().id().startsWith("list")) {
            JsonNode next = JSON.readTree(answer.body()).path("next");
            if (next.isTextual()) {
                known.addCursor(draw, request.operation().path(), next.asText());
            }
        }
    }

    private static void loud(ExtLogRecord line, List<String> faults) {
        String message = LogLines.message(line);
        if (line.getThrown() != null || line.getLevel().intValue() > Level.INFO.intValue()) {
            faults.add("logged by " + line.getLoggerName() + ": " + message + " " + line.getThrown());
        }
        Stream.concat(Stream.of(message), line.getMdcCopy().values().stream().map(String::valueOf))
                .filter(text -> PRIVATE.stream().anyMatch(text::contains))
                .forEach(text -> faults.add("logged what is private: " + text));
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(600, text.length()));
    }
}
