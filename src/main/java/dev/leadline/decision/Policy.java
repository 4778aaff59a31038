package dev.leadline.decision;

import dev.leadline.platform.validation.Fractions;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The thresholds of scale or hold. A member that is not given, or null, takes its default. */
@Schema(description = "The thresholds of scale or hold. A member set to null goes back to its default.")
public record Policy(
        @Schema(
                description = "SCALE needs at least this probability that the target is met. Probability.",
                defaultValue = "0.9",
                examples = "0.9")
        @DecimalMin(Policy.LEAST_SURE)
        @DecimalMax(Policy.MOST_SURE)
        @Digits(integer = 1, fraction = Fractions.DECIMALS, message = Fractions.DIGITS_MESSAGE)
        BigDecimal scaleProbability,

        @Schema(
                description = "SCALE ends below this probability of the target. Probability; below scaleProbability.",
                defaultValue = "0.6",
                examples = "0.6")
        @DecimalMin(Policy.LEAST_LIKELY)
        @DecimalMax(Policy.MOST_SURE)
        @Digits(integer = 1, fraction = Fractions.DECIMALS, message = Fractions.DIGITS_MESSAGE)
        BigDecimal scaleEndProbability,

        @Schema(
                description =
                        "What the probability must keep with the largest deal, or any one week, left out. Probability;"
                                + " not above scaleProbability or fixProbability.",
                defaultValue = "0.75",
                examples = "0.75")
        @DecimalMin(Policy.LEAST_LIKELY)
        @DecimalMax(Policy.MOST_SURE)
        @Digits(integer = 1, fraction = Fractions.DECIMALS, message = Fractions.DIGITS_MESSAGE)
        BigDecimal leaveOutProbability,

        @Schema(
                description =
                        "FIX needs at least this probability that an inquiry costs more than it may. Probability.",
                defaultValue = "0.9",
                examples = "0.9")
        @DecimalMin(Policy.LEAST_SURE)
        @DecimalMax(Policy.MOST_SURE)
        @Digits(integer = 1, fraction = Fractions.DECIMALS, message = Fractions.DIGITS_MESSAGE)
        BigDecimal fixProbability,

        @Schema(
                description = "FIX needs at least this maturity of the cohorts. Fraction.",
                defaultValue = "0.5",
                examples = "0.5")
        @DecimalMin(Policy.LEAST_MATURITY)
        @DecimalMax(Policy.MOST_MATURITY)
        @Digits(integer = 1, fraction = Fractions.DECIMALS, message = Fractions.DIGITS_MESSAGE)
        BigDecimal fixMaturity,

        @Schema(description = "SCALE needs at least this many deals. Deals.", defaultValue = "20", examples = "20")
        @Min(1)
        @Max(Policy.MOST_DEALS)
        Integer minimumDeals,

        @Schema(
                description =
                        "SCALE needs at least this many decision cycles of history. Cycles of median days to deal.",
                defaultValue = "2",
                examples = "2")
        @Min(1)
        @Max(Policy.MOST_CYCLES)
        Integer minimumCycles,

        @Schema(
                description =
                        "A segment does not become SCALE while the expected spread of its next four weeks' inquiries is surely"
                                + " above this; 2 never is. Fraction of their mean.",
                defaultValue = "0.2",
                examples = "0.2")
        @DecimalMin(Policy.LEAST_SPREAD)
        @DecimalMax(Policy.MOST_SPREAD)
        @Digits(integer = 1, fraction = Fractions.DECIMALS, message = Fractions.DIGITS_MESSAGE)
        BigDecimal maximumVolumeSpread) {

    /** Bounds of what is to be sure. */
    public static final String LEAST_SURE = "0.5";

    /** Nothing is surer than that: chance beyond the model is in no probability. */
    public static final String MOST_SURE = "0.999";

    /** The lower bound of what need only be likely. */
    public static final String LEAST_LIKELY = "0.1";

    /** A maturity is a share: nothing asked for, or all. */
    public static final String LEAST_MATURITY = "0";

    public static final String MOST_MATURITY = "1";

    /** More deals are asked of nobody: the number was meant for something else. */
    public static final int MOST_DEALS = 10_000;

    /** The same of decision cycles of history, which are weeks to months each. */
    public static final int MOST_CYCLES = 12;

    /** Bounds of the spread of a volume. */
    public static final String LEAST_SPREAD = "0.05";

    /** No spread is as large as that. */
    public static final String MOST_SPREAD = "2";

    /** The documented defaults. */
    public static final Policy DEFAULT = new Policy(
            new BigDecimal("0.9"),
            new BigDecimal("0.6"),
            new BigDecimal("0.75"),
            new BigDecimal("0.9"),
            new BigDecimal("0.5"),
            20,
            2,
            new BigDecimal("0.2"));

    /** Whether SCALE ends below the probability at which it begins, as it must. */
    public boolean endsBelowEntry() {
        return scaleEndProbability.compareTo(scaleProbability) < 0;
    }

    /**
     * Whether a conclusion may lose something when a part of its records is left out, as it must: else one that is sure enough
     * would be held for what is left out, though that changes nothing.
     */
    public boolean leaveOutIsWithinReach() {
        return leaveOutProbability.compareTo(scaleProbability.min(fixProbability)) <= 0;
    }

    /** This policy, with defaults where nothing is given and without trailing zeros. */
    Policy complete() {
        return new Policy(
                or(scaleProbability, DEFAULT.scaleProbability),
                or(scaleEndProbability, DEFAULT.scaleEndProbability),
                or(leaveOutProbability, DEFAULT.leaveOutProbability),
                or(fixProbability, DEFAULT.fixProbability),
                or(fixMaturity, DEFAULT.fixMaturity),
                or(minimumDeals, DEFAULT.minimumDeals),
                or(minimumCycles, DEFAULT.minimumCycles),
                or(maximumVolumeSpread, DEFAULT.maximumVolumeSpread));
    }

    private static BigDecimal or(BigDecimal value, BigDecimal fallback) {
        return value == null ? fallback : value.stripTrailingZeros();
    }

    private static int or(Integer value, int fallback) {
        return value == null ? fallback : value;
    }
}
