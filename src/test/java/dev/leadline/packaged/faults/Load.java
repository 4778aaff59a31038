package dev.leadline.packaged.faults;

import dev.leadline.packaged.PackagedService;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Clients that post inquiries one after the other, one by one and in arrays that are one transaction each, until they are
 * stopped. Each keeps what it sent and what it was told.
 */
final class Load implements AutoCloseable {

    private static final int CLIENTS = 4;
    private static final int ARRAY_ROWS = 20;
    private static final int MOST_REQUESTS = 5_000;
    /** What a client waits before it goes on after a refusal, so that these do not fill the log. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final PackagedService service;
    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();
    private final List<CompletableFuture<Void>> clients;
    private volatile boolean stopped;

    private Load(PackagedService service, String prefix) {
        this.service = service;
        this.clients = IntStream.range(0, CLIENTS)
                .mapToObj(i -> CompletableFuture.runAsync(() -> run(prefix + i), client -> new Thread(client).start()))
                .toList();
    }

    /** @param prefix of all external ids, not used before */
    static Load start(PackagedService service, String prefix) {
        return new Load(service, prefix);
    }

    private void run(String prefix) {
        Client client = new Client(service);
        for (int i = 0; i < MOST_REQUESTS && !stopped; i++) {
            String id = prefix + "-" + i;
            Sent request = i % 2 == 0 ? client.post(id) : client.postArray(Client.ids(id, ARRAY_ROWS));
            sent.add(request);
            if (!request.isAcknowledged()) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    /** Waits until so many more requests have been acknowledged. */
    void awaitAcknowledged(int more) throws InterruptedException {
        long goal = count(0) + more;
        service.await("acknowledged requests", () -> count(0) >= goal);
    }

    /** Waits until a request has been refused for the time being. */
    void awaitRefused() throws InterruptedException {
        service.await("503", () -> count(503) > 0);
    }

    private long count(int status) {
        return sent.stream()
                .filter(request -> status == 0 ? request.isAcknowledged() : request.status() == status)
                .count();
    }

    /** Stops the clients; all they sent. */
    List<Sent> stop() {
        stopped = true;
        clients.forEach(CompletableFuture::join);
        return List.copyOf(sent);
    }

    @Override
    public void close() {
        stop();
    }
}
