package dev.leadline.packaged.faults;

import dev.leadline.packaged.PackagedService;
import dev.leadline.testing.Patience;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A connection of a client that does not go on. */
final class SlowConnection implements AutoCloseable {

    private static final int PROMISED_BYTES = 10_000_000;

    private final Socket socket;

    private SlowConnection(PackagedService service, String sent) throws IOException {
        URI uri = service.uri("/");
        this.socket = new Socket(uri.getHost(), uri.getPort());
        socket.setSoTimeout((int) Patience.LIMIT.toMillis());
        socket.getOutputStream().write(sent.getBytes(StandardCharsets.UTF_8));
    }

    /** Stops within the headers. */
    static SlowConnection inHeaders(PackagedService service) throws IOException {
        return new SlowConnection(service, "GET /api/v1/workspace HTTP/1.1\r\nHost: localhost\r\nX-API-");
    }

    /** Stops within the body of a single inquiry. */
    static SlowConnection inBody(PackagedService service, String key) throws IOException {
        return new SlowConnection(service, headers("/inquiries", "application/json", key) + "{");
    }

    /** Stops within an upload, behind some lines of it. */
    static SlowConnection inUpload(PackagedService service, String key, String lines) throws IOException {
        return new SlowConnection(service, headers("/inquiries/batch", "application/x-ndjson", key) + lines);
    }

    private static String headers(String path, String type, String key) {
        return "POST /api/v1" + path + " HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + key + "\r\nContent-Type: " + type
                + "\r\nContent-Length: " + PROMISED_BYTES + "\r\n\r\n";
    }

    /** Reads until the service closes the connection; what it said before. */
    String awaitCutOff() {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("not cut off within " + Patience.LIMIT, e);
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
