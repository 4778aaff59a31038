package dev.leadline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.packaged.PackagedService;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the service, and takes no answer for good that is not. */
final class Client {

    static final String JSON = "application/json";
    static final String NDJSON = "application/x-ndjson";

    private static final Duration LIMIT = Duration.ofMinutes(30);
    private static final Pattern HEAP =
            Pattern.compile("^jvm_memory_used_bytes\\{[^}]*area=\"heap\"[^}]*} (\\S+)$", Pattern.MULTILINE);

    private final PackagedService service;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();

    Client(PackagedService service) {
        this.service = service;
    }

    /** The answer to a question, in whole. */
    byte[] get(String path) throws IOException, InterruptedException {
        return send(request(path).GET(), 200);
    }

    JsonNode json(byte[] body) throws IOException {
        return json.readTree(body);
    }

    /** Posts a file as a batch; each of its rows must be new. */
    void postBatch(String path, String mediaType, Path body, int rows) throws IOException, InterruptedException {
        JsonNode result = json(send(
                request("/api/v1/" + path + "/batch")
                        .header("Content-Type", mediaType)
                        .POST(HttpRequest.BodyPublishers.ofFile(body)),
                207));
        if (result.path("created").asInt() != rows) {
            throw new IllegalStateException("not all of " + rows + " rows are stored: " + result);
        }
    }

    /** Posts one inquiry, which must be new. */
    void postInquiry(String body) throws IOException, InterruptedException {
        send(
                request("/api/v1/inquiries")
                        .header("Content-Type", JSON)
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                201);
    }

    /** What the service's heap holds now, garbage included. */
    long heapBytes() throws IOException, InterruptedException {
        Matcher pools = HEAP.matcher(new String(get("/q/metrics"), StandardCharsets.UTF_8));
        double bytes = 0;
        while (pools.find()) {
            bytes += Double.parseDouble(pools.group(1));
        }
        return (long) bytes;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.uri(path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + PackagedService.ADMIN_KEY);
    }

    private byte[] send(HttpRequest.Builder request, int expected) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(
                    answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.body();
    }
}
