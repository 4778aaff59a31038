package dev.leadline.fuzz;

import dev.leadline.testing.Patience;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Sends requests as they are, with no header of its own that can be left out. */
final class FuzzClient {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String server;

    /** @param server its address without a path */
    FuzzClient(String server) {
        this.server = server;
    }

    HttpResponse<byte[]> send(FuzzRequest request) throws IOException, InterruptedException {
        HttpRequest.Builder sent =
                HttpRequest.newBuilder(URI.create(server + request.target())).timeout(Patience.LIMIT);
        request.headers().forEach(header -> sent.header(header.name(), header.value()));
        return http.send(
                sent.method(request.operation().method(), publisher(request)).build(), BodyHandlers.ofByteArray());
    }

    private static BodyPublisher publisher(FuzzRequest request) {
        if (request.body() == null) {
            return BodyPublishers.noBody();
        }
        return request.chunked()
                ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(request.body()))
                : BodyPublishers.ofByteArray(request.body());
    }
}
