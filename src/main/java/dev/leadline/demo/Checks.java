package dev.leadline.demo;

/** Guards of the parameter records. */
final class Checks {

    private Checks() {}

    static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    static void requireShare(double value, String name) {
        require(value >= 0 && value <= 1, name + " must be between 0 and 1");
    }
}
