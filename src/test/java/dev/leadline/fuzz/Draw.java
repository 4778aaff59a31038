package dev.leadline.fuzz;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Seeded draws. */
final class Draw {

    private final SplittableRandom random;

    Draw(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A whole number from 0 on, below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
