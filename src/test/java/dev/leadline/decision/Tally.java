package dev.leadline.decision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** What trials on many drawn histories have come to. */
final class Tally {

    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger cases = new AtomicInteger();
    private final AtomicInteger excused = new AtomicInteger();

    private Tally() {}

    /** Tries histories side by side, each by its seed: so many from the first on. */
    static Tally of(long firstSeed, int histories, ObjLongConsumer<Tally> trial) {
        Tally tally = new Tally();
        LongStream.range(firstSeed, firstSeed + histories).parallel().forEach(seed -> trial.accept(tally, seed));
        return tally;
    }

    void countCase() {
        cases.incrementAndGet();
    }

    /** A case in which what was asked does not hold, for a reason that is allowed a few times. */
    void excuse() {
        excused.incrementAndGet();
    }

    void check(boolean holds, Supplier<String> what) {
        if (!holds) {
            failures.add(what.get());
        }
    }

    int cases() {
        return cases.get();
    }

    int excused() {
        return excused.get();
    }

    List<String> failures() {
        return failures;
    }

    @Override
    public String toString() {
        return failures.size() + " failures of " + cases + " cases, " + excused + " excused: " + failures;
    }
}
