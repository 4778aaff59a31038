package dev.leadline.statistics;

import java.util.SplittableRandom;

/** Random draws the JDK lacks. */
final class Draws {

    private Draws() {}

    /** A Poisson count, for means up to some hundreds (Knuth's product of uniforms). */
    static long poisson(SplittableRandom random, double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        long count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    /** A standard normal score. */
    static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
