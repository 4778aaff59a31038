package dev.leadline.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An address that no client library would send, written by hand: it is answered by what must be escaped. */
@QuarkusTest
class AddressCheckTest {

    private static final int MILLIS = 10_000;

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            /api/v1/metrics?region="Portland,OR" ; region ; %22
            /api/v1/metrics?store=a&region={b} ; region ; %7B
            /api/v1/metrics?groupBy=region&region=a|b ; region ; %7C
            /api/v1/metrics?region=S\u00e3o ; region ; UTF-8
            /api/v1/metrics?region=50% ; region ; %25
            /api/v1/metrics?region=%zz ; region ; %25
            /api/v1/deals/batch?dryRun=<true> ; dryRun ; %3C
            """)
    void given_a_value_that_is_not_escaped_then_its_parameter_is_named_and_how_to_write_it(
            String target, String parameter, String remedy) throws IOException {
        JsonNode problem = refused(target);
        assertEquals(parameter, problem.path("errors").path(0).path("parameter").asText());
        assertTrue(problem.path("detail").asText().contains(remedy), problem::toString);
        assertEquals(target.replaceFirst("\\?.*", ""), problem.path("instance").asText());
    }

    @Test
    void given_a_path_or_a_name_that_is_not_escaped_then_the_address_is_at_fault() throws IOException {
        assertEquals(
                "/api/v1/deals/%22a%22",
                refused("/api/v1/deals/\"a\"").path("instance").asText());
        JsonNode problem = refused("/api/v1/deals?\"a\"=1");
        assertEquals("urn:leadline:problem:bad-address", problem.path("type").asText());
        assertTrue(problem.path("detail").asText().contains("write %22"), problem::toString);
    }

    @Test
    void given_all_that_an_address_may_have_then_it_goes_its_way() {
        TestWorkspace workspace = TestWorkspace.create();
        workspace
                .analyst()
                .urlEncodingEnabled(false)
                .get("/api/v1/metrics?region=-._~:/?[]@!$'()*+,=%25&store=a")
                .then()
                .statusCode(200);
    }

    private static JsonNode refused(String target) throws IOException {
        String answer = sent("POST " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}"
                + "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        String headers = answer.substring(0, answer.indexOf("\r\n\r\n")).toLowerCase();
        assertTrue(headers.contains("content-type: application/problem+json"), headers);
        assertTrue(headers.contains("x-request-id: "), headers);
        assertTrue(answer.contains("HTTP/1.1 200 OK"), "the next request is answered: " + answer);
        JsonNode problem = new ObjectMapper().readTree(answer.substring(headers.length()));
        assertEquals(400, problem.path("status").asInt());
        return problem;
    }

    private static String sent(String request) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
