package dev.leadline.packaged.faults;

import dev.leadline.intake.Examples;
import dev.leadline.packaged.PackagedService;
import dev.leadline.testing.Patience;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A client of one service. A connection that breaks is an outcome, not a failure. */
final class Client {

    private static final String JSON = "application/json";

    private final PackagedService service;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Client(PackagedService service) {
        this.service = service;
    }

    /** External ids {@code prefix-0} and on. */
    static List<String> ids(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + "-" + i).toList();
    }

    Sent post(String id) {
        return send(List.of(id), "/inquiries", JSON, row(id));
    }

    /** With an {@code Idempotency-Key}. */
    Sent postKeyed(String id, String key) {
        return send(List.of(id), "/inquiries", JSON, row(id), "Idempotency-Key", key);
    }

    Sent postArray(List<String> ids) {
        return send(ids, "/inquiries/batch", JSON, rows(ids, ",", "[", "]"));
    }

    Sent postLines(List<String> ids) {
        return send(ids, "/inquiries/batch", "application/x-ndjson", rows(ids, "\n", "", "\n"));
    }

    /** The answer to a GET of the API. */
    HttpResponse<String> get(String path) {
        return answer(request("/api/v1" + path).GET().build());
    }

    /** The status of one of the health checks. */
    int health(String check) {
        return answer(request("/q/health/" + check).GET().build()).statusCode();
    }

    private Sent send(List<String> ids, String path, String type, String body, String... more) {
        try {
            HttpRequest.Builder request = request("/api/v1" + path)
                    .header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofString(body));
            HttpResponse<String> answer = http.send(
                    (more.length > 0 ? request.headers(more) : request).build(), HttpResponse.BodyHandlers.ofString());
            return new Sent(
                    ids,
                    answer.statusCode(),
                    answer.headers().firstValue("Retry-After").orElse(null),
                    answer.body());
        } catch (IOException e) {
            return new Sent(ids, Sent.NO_ANSWER, null, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Sent(ids, Sent.NO_ANSWER, null, "");
        }
    }

    private HttpResponse<String> answer(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(request + ": " + service.output(), e);
        }
    }

    private HttpRequest.Builder request(String path) {
        URI uri = service.uri(path);
        return HttpRequest.newBuilder(uri).timeout(Patience.LIMIT).header("X-API-Key", PackagedService.ADMIN_KEY);
    }

    static String row(String id) {
        return Examples.inquiry(id).json();
    }

    private static String rows(List<String> ids, String separator, String begin, String end) {
        return ids.stream().map(Client::row).collect(Collectors.joining(separator, begin, end));
    }
}
