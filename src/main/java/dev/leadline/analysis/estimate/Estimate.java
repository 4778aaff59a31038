package dev.leadline.analysis.estimate;

import dev.leadline.statistics.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A figure with what is known of it. What the data cannot say is null, with the reason in {@code note}. */
@Schema(description = "A figure with its interval. What the data cannot say is null, with the reason in `note`.")
public record Estimate(
        @Schema(nullable = true, examples = "0.0523") Double estimate,
        @Schema(nullable = true, examples = "0.0412") Double low,
        @Schema(nullable = true, examples = "0.0661") Double high,

        @Schema(examples = "0.9", description = "The probability between low and high.")
        double level,

        @Schema(examples = "posterior, shrunk to 12 siblings")
        String method,

        @Schema(nullable = true) String note) {

    private static final int DIGITS = 6;
    private static final int DECIMALS = 2;

    /** An interval, rounded as {@link #rounded} says. */
    public static Estimate of(Interval interval, String method, String note) {
        return new Estimate(
                rounded(interval.estimate()),
                rounded(interval.low()),
                rounded(interval.high()),
                interval.level(),
                method,
                note);
    }

    /** A figure whose bounds are not known, for a reason. */
    public static Estimate withoutBounds(double estimate, double level, String method, String reason) {
        return new Estimate(rounded(estimate), null, null, level, method, reason);
    }

    /** The same with one more sentence in its note. */
    public Estimate noting(String sentence) {
        return new Estimate(estimate, low, high, level, method, note == null ? sentence : note + " " + sentence);
    }

    /** Nothing is known, for a reason. */
    public static Estimate unknown(double level, String method, String reason) {
        return new Estimate(null, null, null, level, method, reason);
    }

    /**
     * Six significant digits, for more would only look exact, but never fewer than {@value #DECIMALS} decimals: a large amount of money
     * is told to its currency's unit. Null for what is no finite number.
     */
    public static Double rounded(double value) {
        if (!Double.isFinite(value)) {
            return null;
        }
        BigDecimal exact = new BigDecimal(value);
        int wholeDigits = exact.precision() - exact.scale();
        return exact.round(new MathContext(Math.max(DIGITS, wholeDigits + DECIMALS)))
                .doubleValue();
    }
}
