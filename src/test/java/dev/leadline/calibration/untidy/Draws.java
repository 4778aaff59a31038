package dev.leadline.calibration.untidy;

import dev.leadline.demo.RandomSource;

/** Parameters drawn from ranges. */
final class Draws {

    private Draws() {}

    static double uniform(RandomSource random, double low, double high) {
        return low + (high - low) * random.uniform();
    }

    /** Every factor alike: as often from 1 to 2 as from 2 to 4. */
    static double logUniform(RandomSource random, double low, double high) {
        return low * Math.pow(high / low, random.uniform());
    }

    /** A whole number, both bounds included. */
    static int whole(RandomSource random, int low, int high) {
        return low + random.below(high - low + 1);
    }

    /** About a value: from a third below it to a third above. */
    static double about(RandomSource random, double value) {
        return value * uniform(random, 2.0 / 3, 4.0 / 3);
    }
}
