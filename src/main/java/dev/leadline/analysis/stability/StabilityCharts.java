package dev.leadline.analysis.stability;

import dev.leadline.analysis.query.QueryWarning;
import dev.leadline.analysis.segmentation.SegmentView;
import dev.leadline.analysis.segmentation.ShownSegments;
import dev.leadline.statistics.Direction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer of {@code GET /stability}. */
@Schema(description = "The control chart of a weekly figure, per segment.")
record StabilityCharts(
        @Schema(examples = "2026-11-20") LocalDate asOf,
        @Schema(examples = "2025-11-21") LocalDate from,
        @Schema(examples = "2026-11-20") LocalDate to,
        @Schema(examples = "USD") String currency,
        @Schema(examples = "180") int horizonDays,
        @Schema(examples = "[\"product\"]") List<String> groupBy,

        @Schema(
                enumeration = {"volume", "cost", "conversion"},
                examples = "volume")
        String metric,

        List<SegmentChart> segments,

        @Schema(description = ShownSegments.TOTAL) SegmentChart total,

        @Schema(description = ShownSegments.TRUNCATED, examples = "false")
        boolean truncated,

        @Schema(description = ShownSegments.COUNT, examples = "12")
        int segmentCount,

        @Schema(description = QueryWarning.DESCRIPTION) List<QueryWarning> warnings) {

    /** The chart of one segment. */
    @Schema(
            description =
                    "The chart of one segment. `from` and `to` say what is shown; the verdict looks at up to two years.")
    record SegmentChart(
            @Schema(description = SegmentView.SEGMENT, examples = "{\"product\": \"Pump casing\"}")
            Map<String, Object> segment,

            Verdict verdict,
            @Schema(nullable = true) String note,

            @Schema(description = "Of the volume, whichever metric is charted.")
            VolumeSpread volumeSpread,

            @Schema(description = "The decision cycle; adverse signals count for two of them.", examples = "5")
            int cycleWeeks,

            @Schema(description = "Fewer than 12 weeks: the limits are provisional.", examples = "false")
            boolean provisional,

            @Schema(
                    description = "The level since the last change; null without a point.",
                    nullable = true,
                    examples = "41.2")
            Double centre,

            @Schema(
                    description = "How much wider the limits are than pure chance would make them, at least 1.",
                    examples = "1.3")
            double sigmaZ,

            @Schema(
                    description = "What `value`, `expected`, `lower`, `upper` and `centre` are counted in.",
                    examples = "inquiries a week of 7 active days")
            String unit,

            @Schema(description = "Complete ISO weeks; they decide.")
            List<Week> weeks,

            @Schema(description = "Departures since the last change of level, a drift that goes on, and that change.")
            List<ChartSignal> signals,

            @Schema(description = "Mondays at which a new level began.", examples = "[\"2026-06-01\"]")
            List<LocalDate> changePoints,

            @Schema(description = "For looking at; no day decides anything. None for conversion.")
            List<Day> days) {}

    /** A weekly point. */
    @Schema(
            name = "StabilityWeek",
            description = "A complete ISO week. Null figures: the week says nothing (paused, say).")
    record Week(
            @Schema(description = "Its Monday.", examples = "2026-09-07")
            LocalDate week,

            @Schema(
                    description =
                            "What is charted. In a week in which the rest of the workspace departed equally (a holiday),"
                                    + " divided by that common factor.",
                    nullable = true,
                    examples = "38")
            Double value,

            @Schema(nullable = true, examples = "41.2") Double expected,

            @Schema(
                    description = "The lower control limit; null where there is none.",
                    nullable = true,
                    examples = "19.7")
            Double lower,

            @Schema(
                    description = "The upper control limit; null where there is none.",
                    nullable = true,
                    examples = "62.7")
            Double upper,

            @Schema(description = "Valid inquiries, as they came.", examples = "38")
            long inquiries,

            @Schema(description = "Rounded to 4 decimals.", examples = "2641.05")
            BigDecimal spend,

            @Schema(
                    description = "Days with spend; without any spend at all, days since the first inquiry.",
                    examples = "7")
            int activeDays) {}

    /** A departure from what a stable process shows. */
    @Schema(name = "StabilitySignal", description = "A departure from what a stable process shows.")
    record ChartSignal(
            @Schema(description = "Monday of its week.", examples = "2026-09-07")
            LocalDate week,

            @Schema(
                    enumeration = {"BEYOND_LIMIT", "RUN_OF_SEVEN", "DRIFT", "CHANGE_POINT"},
                    description = """
                            - `BEYOND_LIMIT`: the week lies beyond a control limit
                            - `RUN_OF_SEVEN`: at least the seventh week in a row on one side, together by more than chance
                            - `DRIFT`: one way over the half year up to this week
                            - `CHANGE_POINT`: a new level begins
                            """,
                    examples = "BEYOND_LIMIT")
            String rule,

            @Schema(description = "Of the value as it is shown.")
            Direction direction,

            @Schema(description = "Worse, and not planned.", examples = "true")
            boolean adverse,

            @Schema(
                    description = "The spend fell as much, so fewer inquiries are what was paid for.",
                    examples = "false")
            boolean planned) {}

    /** A day, weekday-adjusted. */
    @Schema(name = "StabilityDay", description = "A day.")
    record Day(
            @Schema(examples = "2026-09-09") LocalDate day,
            @Schema(examples = "7") long inquiries,

            @Schema(description = "Rounded to 4 decimals.", examples = "377.29")
            BigDecimal spend,

            @Schema(
                    description = "Inquiries to expect at the level of its week, on this weekday; for `cost`, from this"
                            + " day's spend. Null on a day without activity.",
                    nullable = true,
                    examples = "7.4")
            Double expected) {}
}
