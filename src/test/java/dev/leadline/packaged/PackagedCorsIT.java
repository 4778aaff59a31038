package dev.leadline.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.testing.Patience;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pages of an origin that the operator names, and of no other, may call the API. */
@Timeout(Patience.TEST_SECONDS)
class PackagedCorsIT {

    private static final String ALLOW = "Access-Control-Allow-Origin";

    @TempDir
    Path directory;

    @Test
    void given_an_origin_in_the_settings_then_its_pages_may_call_and_read_what_they_need() throws Exception {
        Map<String, String> settings =
                Map.of("QUARKUS_HTTP_CORS_ENABLED", "true", "QUARKUS_HTTP_CORS_ORIGINS", "https://shop.example");
        try (var service = PackagedService.ready(directory, settings)) {
            HttpResponse<Void> named = get(service, "https://shop.example");
            assertEquals(200, named.statusCode());
            assertEquals(Optional.of("https://shop.example"), named.headers().firstValue(ALLOW));
            assertTrue(named.headers()
                    .firstValue("Access-Control-Expose-Headers")
                    .orElse("")
                    .contains("Retry-After"));

            HttpResponse<Void> other = get(service, "https://elsewhere.example");
            assertEquals(403, other.statusCode());
            assertEquals(Optional.empty(), other.headers().firstValue(ALLOW));
        }
    }

    private static HttpResponse<Void> get(PackagedService service, String origin) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(service.uri("/api/v1/campaigns"))
                                .header("Authorization", "Bearer " + PackagedService.ADMIN_KEY)
                                .header("Origin", origin)
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
    }
}
