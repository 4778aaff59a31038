package dev.leadline.bench;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Asks for the service's heap twice a second. */
final class HeapWatch implements AutoCloseable {

    private static final long MILLIS = 500;

    private final Client client;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private volatile long peak;

    HeapWatch(Client client) {
        this.client = client;
        timer.scheduleWithFixedDelay(this::look, 0, MILLIS, TimeUnit.MILLISECONDS);
    }

    long peakBytes() {
        return peak;
    }

    private void look() {
        try {
            peak = Math.max(peak, client.heapBytes());
        } catch (IOException e) {
            System.err.println("The heap could not be looked at: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
