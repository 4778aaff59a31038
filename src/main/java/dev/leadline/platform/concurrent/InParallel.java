package dev.leadline.platform.concurrent;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Works on the members of a list on this thread and on processors that are idle: on the threads of the common pool, which are as
 * many as there are processors but one. Each takes the next member when it is done with its last, so that nobody waits for
 * more than one of them, and a pool that is busy elsewhere delays nothing.
 */
public final class InParallel {

    private InParallel() {}

    /**
     * @param work a function without side effects that others would see
     * @return what it gives, in the order of the list
     */
    public static <T, R> List<R> map(List<T> members, Function<T, R> work) {
        AtomicReferenceArray<R> results = new AtomicReferenceArray<>(members.size());
        run(IntStream.range(0, members.size())
                .<Runnable>mapToObj(i -> () -> results.set(i, work.apply(members.get(i))))
                .toList());
        return IntStream.range(0, members.size()).mapToObj(results::get).toList();
    }

    /** @param tasks begun in this order, each on any thread; none has effects that another would see */
    public static void run(List<Runnable> tasks) {
        int size = tasks.size();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        AtomicInteger next = new AtomicInteger();
        CountDownLatch left = new CountDownLatch(size);
        Runnable worker = () -> {
            for (int i = next.getAndIncrement(); i < size; i = next.getAndIncrement()) {
                try {
                    tasks.get(i).run();
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                } finally {
                    left.countDown();
                }
            }
        };
        // A helper that gets its turn only when all is done must not keep the members in memory until then.
        AtomicReference<Runnable> open = new AtomicReference<>(worker);
        for (int helper = 0; helper < Math.min(size - 1, ForkJoinPool.getCommonPoolParallelism()); helper++) {
            ForkJoinPool.commonPool().execute(() -> run(open.get()));
        }
        worker.run();
        await(left);
        open.set(null);
        rethrow(failure.get());
    }

    private static void run(Runnable worker) {
        if (worker != null) {
            worker.run();
        }
    }

    private static void rethrow(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
    }

    private static void await(CountDownLatch left) {
        try {
            left.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
