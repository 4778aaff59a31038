package dev.leadline.platform.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadline.testing.LogLines;
import dev.leadline.testing.Patience;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What clients make up does not become series of metrics. */
@QuarkusTest
class RequestMeterFilterTest {

    private static final String METHOD = "REQUESTTAGSTESTFOO";

    @Test
    void given_methods_that_nobody_knows_when_they_are_sent_then_they_are_counted_and_logged_as_others() {
        String id = UUID.randomUUID().toString();
        TestWorkspace workspace = TestWorkspace.create();
        try (LogLines log = LogLines.of("access")) {
            given().request(METHOD, "/api/v1/inquiries");
            workspace.admin().request(METHOD, "/api/v1/inquiries/" + UUID.randomUUID());
            given().header("X-Request-Id", id).request(METHOD, "/q/openapi");

            String metrics = metricsWith("method=\"OTHER\"");
            assertThat(metrics, not(containsString(METHOD)));
            // It is written before the request is counted.
            assertEquals(
                    "OTHER",
                    log.records().stream()
                            .filter(line -> id.equals(line.getMdc("requestId")))
                            .findFirst()
                            .orElseThrow()
                            .getMdc("method"));
        }
    }

    @Test
    void given_paths_that_are_none_when_they_are_asked_for_then_none_is_counted_by_itself() {
        TestWorkspace workspace = TestWorkspace.create();
        String none = UUID.randomUUID().toString();
        given().get("/" + none + "-a");
        workspace.admin().get("/api/v1/" + none + "-b");
        workspace.admin().get("/api/v1/inquiries/" + none);
        workspace.admin().get("/api/v1/inquiries/" + none + "-c");
        workspace.admin().put("/api/v1/inquiries/" + none);
        workspace.admin().options("/api/v1/" + none);
        given().get("/api/v1/inquiries/" + none);

        assertThat(metricsWith("status=\"405\",uri=\"OTHER\""), not(containsString(none)));
    }

    /** A request is counted when its answer is out, so the client may be first. */
    private static String metricsWith(String tag) {
        Instant deadline = Instant.now().plus(Patience.LIMIT);
        String metrics = metrics();
        while (!metrics.contains(tag) && Instant.now().isBefore(deadline)) {
            metrics = metrics();
        }
        assertThat(metrics, containsString(tag));
        return metrics;
    }

    private static String metrics() {
        return given().get("/q/metrics").asString();
    }
}
