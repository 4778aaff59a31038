package dev.leadline.statistics;

/** Guards of arguments; each throws an {@link IllegalArgumentException} that names the argument. */
final class Check {

    private Check() {}

    /**
     * @param legal whether the argument is
     * @param rule what it must be, as in "must be 1 to 7"
     */
    static void argument(boolean legal, String name, String rule, Object value) {
        if (!legal) {
            throw new IllegalArgumentException(name + " must be " + rule + ", was " + value);
        }
    }

    /** @return the value, if it is finite */
    static double finite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, was " + value);
        }
        return value;
    }

    /** @return the value, if it is finite and not negative */
    static double nonNegative(double value, String name) {
        if (!(value >= 0) || value == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(name + " must be finite and not negative, was " + value);
        }
        return value;
    }

    /** @return the value, if it is finite and above 0 */
    static double positive(double value, String name) {
        if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(name + " must be finite and above 0, was " + value);
        }
        return value;
    }

    /** @return the level of an interval, if it lies between 0 and 1, both excluded */
    static double level(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must lie between 0 and 1, was " + level);
        }
        return level;
    }

    /** @return the probability, if it lies between 0 and 1, both excluded */
    static double probability(double q, String name) {
        if (!(q > 0 && q < 1)) {
            throw new IllegalArgumentException(name + " must lie between 0 and 1, was " + q);
        }
        return q;
    }

    /** @param names both arguments, for the message */
    static void sameLength(double[] a, double[] b, String names) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(
                    names + " must be of the same length, were " + a.length + " and " + b.length);
        }
    }
}
