package dev.leadline.analysis.stability;

import dev.leadline.statistics.ControlChart;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How stable one weekly figure of a segment is.
 *
 * @param chart the chart since the last change point
 * @param departure the first of what is adverse, by the weeks it consists of; null if nothing is
 * @param changePoints the Mondays at which a new level began
 */
public record Assessment(
        Verdict verdict,
        int weeks,
        boolean provisional,
        List<Alarm> adverse,
        Departure departure,
        List<LocalDate> changePoints,
        String note,
        ControlChart chart) {

    /** So many complete weeks with activity are needed to judge. */
    public static final int FEWEST_WEEKS = 8;

    /** A signal counts for so many decision cycles. */
    public static final int CYCLES = 2;

    /** An adverse and unexplained signal within the last two decision cycles. */
    @Schema(name = "Alarm", description = "An adverse signal within the last two decision cycles.")
    public record Alarm(
            @Schema(description = "Monday of the week.", examples = "2026-09-07")
            LocalDate week,

            @Schema(examples = "BEYOND_LIMIT", description = "BEYOND_LIMIT, RUN_OF_SEVEN, DRIFT or CHANGE_POINT.")
            String rule) {}

    /**
     * The weeks that together are an adverse signal: one beyond a limit, those of a run or drift, or all since a change of level.
     *
     * @param from Monday of the first week
     * @param to Monday of the last week
     */
    public record Departure(String rule, LocalDate from, LocalDate to) {}

    /** Without the chart, as it stands with the metrics. */
    @Schema(name = "StabilityVerdict", description = "Whether a weekly figure can be relied on.")
    public record Summary(
            Verdict verdict,

            @Schema(description = "Complete weeks with activity since the last change.", examples = "31")
            int weeks,

            @Schema(description = "Fewer than 12 weeks: the limits are provisional.")
            boolean provisional,

            List<Alarm> adverse,

            @Schema(description = "Mondays at which a new level began.")
            List<LocalDate> changePoints,

            @Schema(nullable = true) String note) {}

    /** This verdict as answers show it, without its chart. */
    public Summary summary() {
        return new Summary(verdict, weeks, provisional, adverse, changePoints, note);
    }

    /** False where nothing can be told, too. */
    public boolean isStable() {
        return verdict == Verdict.STABLE;
    }

    /** Whether there is an adverse signal; false where nothing can be told. */
    public boolean isAdverse() {
        return verdict == Verdict.UNSTABLE;
    }
}
