package dev.leadline.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** One request after the other on a connection kept alive; no more of HTTP than this service speaks, so that it costs little. */
final class HttpWorker implements Load.Worker {

    private static final int SOCKET_LIMIT = (int) Duration.ofSeconds(30).toMillis();
    private static final String LENGTH = "content-length:";

    private final URI service;
    private final Supplier<byte[]> requests;
    private final int status;

    /**
     * @param requests gives the next request, in whole; asked by many threads
     * @param status of a good answer; any other ends the load
     */
    HttpWorker(URI service, Supplier<byte[]> requests, int status) {
        this.service = service;
        this.requests = requests;
        this.status = status;
    }

    /** A request as it goes over the wire. */
    static byte[] request(String method, String path, String key, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + content.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = Arrays.copyOf(head, head.length + content.length);
        System.arraycopy(content, 0, request, head.length, content.length);
        return request;
    }

    @Override
    public long[] until(long end) throws IOException {
        LongStream.Builder nanos = LongStream.builder();
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(SOCKET_LIMIT);
            var in = new BufferedInputStream(socket.getInputStream());
            var out = socket.getOutputStream();
            while (true) {
                byte[] request = requests.get();
                long begin = System.nanoTime();
                if (begin >= end) {
                    return nanos.build().toArray();
                }
                out.write(request);
                answer(in);
                nanos.add(System.nanoTime() - begin);
            }
        }
    }

    private void answer(InputStream in) throws IOException {
        String first = line(in);
        if (!first.startsWith("HTTP/1.1 " + status)) {
            throw new IOException("answered by " + first);
        }
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
        }
        in.skipNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the service closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
