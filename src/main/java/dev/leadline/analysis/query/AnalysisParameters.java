package dev.leadline.analysis.query;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters that every analysis takes, as they come. {@link QueryReader} gives them meaning. */
public class AnalysisParameters {

    static final String FILTER = "Keep these values only, comma-separated; an empty value means missing.";

    @QueryParam("groupBy")
    @Parameter(
            description =
                    "Dimensions to cut by, comma-separated: channel, store, product, category, priceTier, campaign,"
                            + " region, industry, marketSegment. None: the total only.",
            example = "product")
    String groupBy;

    @QueryParam("channel")
    @Parameter(description = FILTER)
    String channel;

    @QueryParam("store")
    @Parameter(description = FILTER)
    String store;

    @QueryParam("product")
    @Parameter(description = FILTER)
    String product;

    @QueryParam("category")
    @Parameter(description = FILTER)
    String category;

    @QueryParam("priceTier")
    @Parameter(description = FILTER)
    String priceTier;

    @QueryParam("campaign")
    @Parameter(description = FILTER + " Campaigns go by their id.")
    String campaign;

    @QueryParam("region")
    @Parameter(description = FILTER)
    String region;

    @QueryParam("industry")
    @Parameter(description = FILTER)
    String industry;

    @QueryParam("marketSegment")
    @Parameter(description = FILTER)
    String marketSegment;

    @QueryParam("from")
    @Parameter(
            description = "First day on which an inquiry of the window was received; default 364 days before `to`.",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    String from;

    @QueryParam("to")
    @Parameter(
            description =
                    "Last day on which an inquiry of the window was received; default `asOf`. It may lie after it.",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    String to;

    @QueryParam("asOf")
    @Parameter(
            description = "What was known at the end of this day; default today in the workspace's time zone.",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    String asOf;

    @QueryParam("level")
    @Parameter(
            description = "The probability between the bounds of an estimate.",
            schema = @Schema(type = SchemaType.NUMBER, minimum = "0.5", maximum = "0.999", defaultValue = "0.9"))
    String level;

    @QueryParam("horizonDays")
    @Parameter(
            description = "How long after an inquiry its deals count; default the workspace's.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1095"))
    String horizonDays;

    @QueryParam("targetRoi")
    @Parameter(
            description = "The return to reach over the cycle; default the workspace's.",
            schema = @Schema(type = SchemaType.NUMBER, minimum = "-0.9", maximum = "100"))
    String targetRoi;

    @QueryParam("minInquiries")
    @Parameter(
            description = "Leave out segments with fewer valid inquiries in the window.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "1000000000", defaultValue = "0"))
    String minInquiries;

    @QueryParam("sort")
    @Parameter(description = "A figure to sort the segments by, with `-` for descending; default `-spend`.")
    String sort;

    @QueryParam("limit")
    @Parameter(
            description = "Most segments to answer; more are cut, with `truncated: true`.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "10000", defaultValue = "1000"))
    String limit;
}
