package dev.leadline.statistics;

/** Guards of arguments; each throws an {@link IllegalArgumentException} that names the argument. */
final class Check {

    private Check() {}

    static void argument(boolean legal, String name, String rule, Object value) {
        if (!legal) {
            throw new IllegalArgumentException(name + " must be " + rule + ", was " + value);
        }
    }

    static double finite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, was " + value);
        }
        return value;
    }

    static double nonNegative(double value, String name) {
        if (!(value >= 0) || value == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(name + " must be finite and not negative, was " + value);
        }
        return value;
    }

    static double positive(double value, String name) {
        if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(name + " must be finite and above 0, was " + value);
        }
        return value;
    }

    static double level(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must lie between 0 and 1, was " + level);
        }
        return level;
    }

    static double probability(double q, String name) {
        if (!(q > 0 && q < 1)) {
            throw new IllegalArgumentException(name + " must lie between 0 and 1, was " + q);
        }
        return q;
    }

    static void sameLength(double[] a, double[] b, String names) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(
                    names + " must be of the same length, were " + a.length + " and " + b.length);
        }
    }
}
