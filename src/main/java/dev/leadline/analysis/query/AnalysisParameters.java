package dev.leadline.analysis.query;

import dev.leadline.platform.query.QueryValue;
import dev.leadline.workspace.Workspace;
import jakarta.ws.rs.BeanParam;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * The parameters that every analysis takes: what each means, its bounds and its default. {@link QueryReader} adds what the
 * workspace and the day say.
 */
public class AnalysisParameters {

    /** How long the window of every answer is by default, so that all say the same of a segment. */
    public static final int WINDOW_DAYS = 730;

    /** Before that nobody's records begin: a day is a slip of the pen. */
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    /** Below it a bound says less than the estimate; above it, tails decide that no model knows. */
    private static final String LEAST_LEVEL = "0.5";

    private static final String MOST_LEVEL = "0.999";
    private static final String USUAL_LEVEL = "0.9";

    /** More than any segment has. */
    private static final int MOST_MIN_INQUIRIES = 1_000_000_000;

    private static final String USUAL_SORT = "-spend";

    /** More segments are read by nobody. */
    private static final int MOST_SEGMENTS = 10_000;

    private static final int USUAL_SEGMENTS = 1_000;

    @BeanParam
    SegmentParameters segments;

    @RestQuery
    @Parameter(
            description = "First day on which an inquiry of the window was received; default " + (WINDOW_DAYS - 1)
                    + " days before `to`.",
            schema = @Schema(type = SchemaType.STRING, format = "date", examples = "2026-01-01"))
    Optional<String> from;

    LocalDate from(LocalDate latest, LocalDate fallback) {
        return QueryValue.of("from", from).day(EARLIEST, latest, fallback);
    }

    @RestQuery
    @Parameter(
            description =
                    "Last day on which an inquiry of the window was received; default `asOf`. It may lie after it.",
            schema = @Schema(type = SchemaType.STRING, format = "date", examples = "2026-06-30"))
    Optional<String> to;

    LocalDate to(LocalDate latest, LocalDate fallback) {
        return QueryValue.of("to", to).day(EARLIEST, latest, fallback);
    }

    @RestQuery
    @Parameter(
            description = "What was known at the end of this day; default today in the workspace's time zone.",
            schema = @Schema(type = SchemaType.STRING, format = "date", examples = "2026-11-20"))
    Optional<String> asOf;

    LocalDate asOf(LocalDate latest, LocalDate fallback) {
        return QueryValue.of("asOf", asOf).day(EARLIEST, latest, fallback);
    }

    @RestQuery
    @Parameter(
            description = "The probability that the truth lies between an estimate's bounds.",
            schema =
                    @Schema(
                            type = SchemaType.NUMBER,
                            minimum = LEAST_LEVEL,
                            maximum = MOST_LEVEL,
                            defaultValue = USUAL_LEVEL))
    Optional<String> level;

    double level() {
        return QueryValue.of("level", level)
                .decimal(LEAST_LEVEL, MOST_LEVEL, new BigDecimal(USUAL_LEVEL))
                .doubleValue();
    }

    @RestQuery
    @Parameter(
            description = "How long after an inquiry its deals count; default the workspace's.",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "" + Workspace.MOST_HORIZON_DAYS,
                            examples = "180"))
    Optional<String> horizonDays;

    int horizonDays(int fallback) {
        return QueryValue.of("horizonDays", horizonDays).whole(1, Workspace.MOST_HORIZON_DAYS, fallback);
    }

    @RestQuery
    @Parameter(
            description = "The return to reach over the cycle; default the workspace's.",
            schema =
                    @Schema(
                            type = SchemaType.NUMBER,
                            minimum = Workspace.LEAST_TARGET_ROI,
                            maximum = Workspace.MOST_TARGET_ROI,
                            examples = "0.3"))
    Optional<String> targetRoi;

    double targetRoi(BigDecimal fallback) {
        return QueryValue.of("targetRoi", targetRoi)
                .decimal(Workspace.LEAST_TARGET_ROI, Workspace.MOST_TARGET_ROI, fallback)
                .doubleValue();
    }

    @RestQuery
    @Parameter(
            description = "Leave out segments with fewer valid inquiries in the window.",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "0",
                            maximum = "" + MOST_MIN_INQUIRIES,
                            defaultValue = "0"))
    Optional<String> minInquiries;

    int minInquiries() {
        return QueryValue.of("minInquiries", minInquiries).whole(0, MOST_MIN_INQUIRIES, 0);
    }

    @RestQuery
    @Parameter(
            description = "A figure to sort the segments by, with `-` for descending; default `" + USUAL_SORT + "`.",
            schema = @Schema(type = SchemaType.STRING, examples = USUAL_SORT))
    Optional<String> sort;

    AnalysisQuery.Sort sort(Set<String> figures) {
        String text = QueryValue.of("sort", sort).text(USUAL_SORT);
        boolean descending = text.startsWith("-");
        String figure = descending ? text.substring(1) : text;
        if (!figures.contains(figure)) {
            throw QueryValue.fault(
                    "sort",
                    "must be one of " + figures.stream().sorted().collect(Collectors.joining(", "))
                            + ", preceded by '-' for descending order");
        }
        return new AnalysisQuery.Sort(figure, descending);
    }

    @RestQuery
    @Parameter(
            description = "The most segments to return; any others are left out, with `truncated: true`.",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "" + MOST_SEGMENTS,
                            defaultValue = "" + USUAL_SEGMENTS))
    Optional<String> limit;

    int limit() {
        return QueryValue.of("limit", limit).whole(1, MOST_SEGMENTS, USUAL_SEGMENTS);
    }
}
