package dev.leadline.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Requests come in HTTP/1.1, one by one, so that a proxy in front sees each. */
@QuarkusTest
class ProtocolTest {

    @TestHTTPResource("/q/health/live")
    URI live;

    @Test
    void given_an_offer_to_upgrade_then_the_connection_stays_as_it_is() throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();

        HttpResponse<Void> answer =
                client.send(HttpRequest.newBuilder(live).build(), HttpResponse.BodyHandlers.discarding());

        assertEquals(200, answer.statusCode());
        assertEquals(HttpClient.Version.HTTP_1_1, answer.version());
    }
}
