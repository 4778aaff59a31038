package dev.leadline.statistics;

/**
 * Number of values and the sums of their first three powers: what the mean of a distribution known only from its values rests on. They
 * add up, and leaving some out is a subtraction.
 *
 * @param count how many values; need not be whole where they are weighed
 * @param sum of the values
 * @param squares sum of their squares
 * @param cubes sum of their cubes
 */
public record PowerSums(double count, double sum, double squares, double cubes) {

    /** Of no value. */
    static final PowerSums NONE = new PowerSums(0, 0, 0, 0);

    /** @throws IllegalArgumentException if the count or the squares are negative, or a sum not finite */
    public PowerSums {
        Check.nonNegative(count, "count");
        Check.finite(sum, "sum");
        Check.nonNegative(squares, "squares");
        Check.finite(cubes, "cubes");
    }

    /** Of both together. */
    PowerSums plus(PowerSums other) {
        return new PowerSums(count + other.count, sum + other.sum, squares + other.squares, cubes + other.cubes);
    }

    /** Without some of the values. What rounding leaves of the higher powers is kept within what values can have. */
    PowerSums minus(PowerSums part) {
        double left = count - part.count;
        if (left <= 0) {
            return NONE;
        }
        double rest = sum - part.sum;
        double restOfSquares = Math.max(rest * rest / left, squares - part.squares);
        double most = restOfSquares * Math.sqrt(restOfSquares);
        return new PowerSums(left, rest, restOfSquares, Math.max(-most, Math.min(most, cubes - part.cubes)));
    }

    /** Of the same values in another unit. */
    PowerSums scaled(double factor) {
        return new PowerSums(count, sum * factor, squares * factor * factor, cubes * factor * factor * factor);
    }

    /** Each value counted so many times. */
    PowerSums weighed(double weight) {
        return new PowerSums(count * weight, sum * weight, squares * weight, cubes * weight);
    }

    /** As if each value were spread log-normally about itself, its mean kept: the k-th power grows by exp(k (k - 1) logVariance / 2). */
    PowerSums spread(double logVariance) {
        return new PowerSums(count, sum, squares * Math.exp(logVariance), cubes * Math.exp(3 * logVariance));
    }

    /** Of one of the values. */
    Moments moments() {
        return new Moments(sum / count, squares / count, cubes / count);
    }
}
