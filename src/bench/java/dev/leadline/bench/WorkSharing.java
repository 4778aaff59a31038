package dev.leadline.bench;

import dev.leadline.demo.RandomSource;
import dev.leadline.platform.concurrent.InParallel;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What {@link InParallel} gains over what the JDK and Mutiny offer, as ratios: each round does the same work once by each means, in an
 * order that rotates, so that what else the machine does falls on all of them.
 */
public final class WorkSharing {

    private static final int WARM_UP = 20;
    private static final int ROUNDS = 101;
    /** Steps of arithmetic, a few nanoseconds each. */
    private static final int STEPS_OF_A_SEGMENT = 8_000;

    /** A way to give each member of a list to work, and to wait for all of them. */
    private enum Means {
        IN_PARALLEL("InParallel") {
            @Override
            List<Double> map(List<Integer> members, Function<Integer, Double> work) {
                return InParallel.map(members, work);
            }
        },
        STREAM("parallelStream") {
            @Override
            List<Double> map(List<Integer> members, Function<Integer, Double> work) {
                return members.parallelStream().map(work).toList();
            }
        },
        INVOKE_ALL("commonPool().invokeAll") {
            @Override
            List<Double> map(List<Integer> members, Function<Integer, Double> work) {
                return ForkJoinPool.commonPool()
                        .invokeAll(members.stream()
                                .<Callable<Double>>map(member -> () -> work.apply(member))
                                .toList())
                        .stream()
                        .map(WorkSharing::get)
                        .toList();
            }
        },
        SUPPLY_ASYNC("CompletableFuture.supplyAsync") {
            @Override
            List<Double> map(List<Integer> members, Function<Integer, Double> work) {
                return members.stream()
                        .map(member -> CompletableFuture.supplyAsync(() -> work.apply(member)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
            }
        },
        MUTINY("Mutiny's Uni.join") {
            @Override
            List<Double> map(List<Integer> members, Function<Integer, Double> work) {
                return Uni.join()
                        .all(members.stream()
                                .map(member -> Uni.createFrom()
                                        .item(() -> work.apply(member))
                                        .runSubscriptionOn(ForkJoinPool.commonPool()))
                                .toList())
                        .andFailFast()
                        .await()
                        .indefinitely();
            }
        };

        private final String label;

        Means(String label) {
            this.label = label;
        }

        abstract List<Double> map(List<Integer> members, Function<Integer, Double> work);
    }

    /** What is done in one round. */
    @FunctionalInterface
    private interface Round {
        void by(Means means) throws Exception;
    }

    private WorkSharing() {}

    /** Prints a table. */
    public static void run() throws Exception {
        System.out.printf(
                "Java %s, %d processors; each row's time over InParallel's: median (quartiles) of %d rounds%n%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors(), ROUNDS);
        System.out.println("| Work | InParallel, ms | " + String.join(" | ", labels()) + " |");
        System.out.println("|---|---|" + "---|".repeat(labels().size()));
        RandomSource random = RandomSource.seeded(1);
        List<Integer> segments = Stream.generate(() -> (int) random.logNormal(STEPS_OF_A_SEGMENT, 1.2))
                .limit(200)
                .toList();
        print("200 unequal segments", means -> means.map(segments, WorkSharing::work));
        print("the same, by two callers at once", means -> twice(means, segments));
        print("the same, the pool busy elsewhere", means -> besides(means, segments));
        List<Integer> tasks = new ArrayList<>(List.of(20 * STEPS_OF_A_SEGMENT));
        IntStream.range(0, 7).forEach(i -> tasks.add(4 * STEPS_OF_A_SEGMENT));
        print("8 tasks, the first the longest", means -> means.map(tasks, WorkSharing::work));
        List<Integer> tiny = IntStream.range(0, 1_000).mapToObj(i -> 200).toList();
        print("1,000 tiny members", means -> means.map(tiny, WorkSharing::work));
    }

    private static List<String> labels() {
        return Stream.of(Means.values()).skip(1).map(means -> means.label).toList();
    }

    private static Double work(int steps) {
        double x = 1;
        for (int i = 0; i < steps; i++) {
            x = Math.sqrt(x + i);
        }
        return x;
    }

    private static void twice(Means means, List<Integer> members) {
        CompletableFuture<Void> other = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            means.map(members, WorkSharing::work);
            other.complete(null);
        });
        caller.start();
        means.map(members, WorkSharing::work);
        other.join();
    }

    /** While every thread of the common pool waits for something else until the caller is done, or for 100 ms. */
    private static void besides(Means means, List<Integer> members) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        int threads = ForkJoinPool.getCommonPoolParallelism();
        CountDownLatch held = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            ForkJoinPool.commonPool().execute(() -> {
                held.countDown();
                try {
                    done.await(100, TimeUnit.MILLISECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        held.await();
        means.map(members, WorkSharing::work);
        done.countDown();
    }

    private static Double get(Future<Double> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void print(String what, Round round) throws Exception {
        Means[] all = Means.values();
        List<List<Double>> seconds =
                Stream.of(all).<List<Double>>map(means -> new ArrayList<>()).toList();
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
            for (int turn = 0; turn < all.length; turn++) {
                Means means = all[(i + turn) % all.length];
                double taken = Timing.seconds(() -> round.by(means));
                if (i >= WARM_UP) {
                    seconds.get(means.ordinal()).add(taken);
                }
            }
        }
        List<Double> own = seconds.get(0);
        System.out.printf(Locale.ROOT, "| %s | %.1f |", what, 1e3 * Timing.median(own));
        for (int means = 1; means < all.length; means++) {
            List<Double> theirs = seconds.get(means);
            List<Double> ratios = IntStream.range(0, ROUNDS)
                    .mapToObj(i -> theirs.get(i) / own.get(i))
                    .sorted()
                    .toList();
            System.out.printf(
                    Locale.ROOT,
                    " %.2f (%.2f to %.2f) |",
                    ratios.get(ROUNDS / 2),
                    ratios.get(ROUNDS / 4),
                    ratios.get(3 * ROUNDS / 4));
        }
        System.out.println();
    }
}
