package dev.leadline.workspace;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A workspace and its settings, as the API shows them and as the analysis uses them.
 *
 * @param targetRoi the return that promotion must reach over the whole cycle; 0.3 is 30 % above cost
 * @param horizonDays how long after an inquiry its deals count, in days
 * @param defaultMarginRate gross margin of a deal that names none, as a fraction of its revenue; null: none
 * @param dealsTrackedFrom first day from which all deals are on record; null: from the beginning
 * @param handlingCostPerInquiry what serving one inquiry costs besides the advertising, in the currency
 * @param discountRate a year, by which later margin counts less
 * @param contactRetentionDays how many days contacts are kept; null: for good
 * @param weekStart the day on which weeks of series and cohorts begin
 * @param settings those of the rooms, by their names; the API shows each as a member
 */
@Schema(description = "A workspace and its settings.")
public record Workspace(
        @Schema(examples = "demo") String id,
        @Schema(examples = "Northfield Components") String name,
        @Schema(examples = "USD", description = "ISO 4217.") String currency,

        @Schema(examples = "America/New_York", description = "IANA time zone; says which day an event belongs to.")
        String timeZone,

        @Schema(
                description =
                        "The return that promotion must reach over the whole cycle; 0.3 is 30 % above cost. Fraction.",
                examples = "0.3")
        BigDecimal targetRoi,

        @Schema(description = "How long after an inquiry its deals count. Days.", examples = "180")
        int horizonDays,

        @Schema(
                description = "Gross margin of a deal that names none, as a fraction of its revenue.",
                examples = "0.35",
                nullable = true)
        BigDecimal defaultMarginRate,

        @Schema(
                description = "First day from which all deals are on record; null: from the beginning.",
                examples = "2026-01-01",
                nullable = true)
        LocalDate dealsTrackedFrom,

        @Schema(description = "What serving one inquiry costs besides the advertising. Money.", examples = "4.5")
        BigDecimal handlingCostPerInquiry,

        @Schema(description = "By how much later margin counts less. Fraction a year.", examples = "0.08")
        BigDecimal discountRate,

        @Schema(
                description =
                        "How many days after it was received an inquiry's contact, click ids and message are erased;"
                                + " the inquiry stays counted. Null: kept. Days.",
                examples = "730",
                nullable = true)
        Integer contactRetentionDays,

        @Schema(
                description =
                        "The day on which weeks begin in `/metrics/series` and `/cohorts`. Verdicts go by ISO weeks, from"
                                + " Monday.",
                examples = "MONDAY")
        WeekStart weekStart,

        @Schema(hidden = true) @JsonAnyGetter Map<String, Object> settings,
        @Schema(examples = "2026-11-21T09:30:00Z") Instant recordedAt) {

    /** Bounds of {@link #targetRoi}: at -1 nothing would have to come back. */
    public static final String LEAST_TARGET_ROI = "-0.9";

    public static final String MOST_TARGET_ROI = "100";

    /** Bound of {@link #horizonDays}: three years. */
    public static final int MOST_HORIZON_DAYS = 1095;

    /** The settings of a room. */
    public <S> S settings(RoomSettings<S> room) {
        return room.type().cast(settings.get(room.name()));
    }

    /** The zone that says which day an event belongs to. */
    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }
}
