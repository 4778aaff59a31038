package dev.leadline.testing;

import java.util.concurrent.CountDownLatch;

/** Work that stays under way until it is let go. */
public final class Held {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);

    /** To be called by the work: returns once it is let go. */
    public void hold() {
        begun.countDown();
        await(done);
    }

    /** Returns once the work is under way. */
    public void awaitBegun() {
        await(begun);
    }

    public void letGo() {
        done.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
