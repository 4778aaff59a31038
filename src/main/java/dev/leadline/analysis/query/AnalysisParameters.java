package dev.leadline.analysis.query;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters that every analysis takes, as they come. {@link QueryReader} gives them meaning. */
public class AnalysisParameters {

    static final String FILTER = "Only these values, comma-separated; an empty value means missing.";

    @QueryParam("groupBy")
    @Parameter(
            description =
                    "Dimensions to group by, comma-separated: channel, store, product, category, priceTier, campaign,"
                            + " region, industry, marketSegment. None: the total only.",
            example = "product")
    String groupBy;

    @QueryParam("channel")
    @Parameter(
            description = "Where the ads run. " + FILTER,
            schema = @Schema(type = SchemaType.STRING, examples = "google-ads"))
    String channel;

    @QueryParam("store")
    @Parameter(
            description = "Store or site that sells. " + FILTER,
            schema = @Schema(type = SchemaType.STRING, examples = "us-store"))
    String store;

    @QueryParam("product")
    @Parameter(
            description = "Product promoted. " + FILTER,
            schema = @Schema(type = SchemaType.STRING, examples = "CNC bracket"))
    String product;

    @QueryParam("category")
    @Parameter(
            description = "Category of the product. " + FILTER,
            schema = @Schema(type = SchemaType.STRING, examples = "CNC parts"))
    String category;

    @QueryParam("priceTier")
    @Parameter(
            description = "Price tier of the product. " + FILTER,
            schema = @Schema(type = SchemaType.STRING, examples = "mid"))
    String priceTier;

    @QueryParam("campaign")
    @Parameter(
            description = "Campaign, by its id. " + FILTER,
            schema = @Schema(type = SchemaType.STRING, examples = "01a20023-d8d5-7a3d-80b7-3c5eaff86aea"))
    String campaign;

    @QueryParam("region")
    @Parameter(
            description = "The inquiry's region. " + FILTER,
            schema = @Schema(type = SchemaType.STRING, examples = "Jiangsu,Zhejiang"))
    String region;

    @QueryParam("industry")
    @Parameter(
            description = "The inquiry's industry. " + FILTER,
            schema = @Schema(type = SchemaType.STRING, examples = "Automotive"))
    String industry;

    @QueryParam("marketSegment")
    @Parameter(
            description = "The inquiry's market segment. " + FILTER,
            schema = @Schema(type = SchemaType.STRING, examples = "Tier-1 suppliers"))
    String marketSegment;

    @QueryParam("from")
    @Parameter(
            description = "First day on which an inquiry of the window was received; default 364 days before `to`.",
            schema = @Schema(type = SchemaType.STRING, format = "date", examples = "2026-01-01"))
    String from;

    @QueryParam("to")
    @Parameter(
            description =
                    "Last day on which an inquiry of the window was received; default `asOf`. It may lie after it.",
            schema = @Schema(type = SchemaType.STRING, format = "date", examples = "2026-06-30"))
    String to;

    @QueryParam("asOf")
    @Parameter(
            description = "What was known at the end of this day; default today in the workspace's time zone.",
            schema = @Schema(type = SchemaType.STRING, format = "date", examples = "2026-11-20"))
    String asOf;

    @QueryParam("level")
    @Parameter(
            description = "The probability that the truth lies between an estimate's bounds.",
            schema = @Schema(type = SchemaType.NUMBER, minimum = "0.5", maximum = "0.999", defaultValue = "0.9"))
    String level;

    @QueryParam("horizonDays")
    @Parameter(
            description = "How long after an inquiry its deals count; default the workspace's.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1095", examples = "180"))
    String horizonDays;

    @QueryParam("targetRoi")
    @Parameter(
            description = "The return to reach over the cycle; default the workspace's.",
            schema = @Schema(type = SchemaType.NUMBER, minimum = "-0.9", maximum = "100", examples = "0.3"))
    String targetRoi;

    @QueryParam("minInquiries")
    @Parameter(
            description = "Leave out segments with fewer valid inquiries in the window.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "1000000000", defaultValue = "0"))
    String minInquiries;

    @QueryParam("sort")
    @Parameter(
            description = "A figure to sort the segments by, with `-` for descending; default `-spend`.",
            schema = @Schema(type = SchemaType.STRING, examples = "-spend"))
    String sort;

    @QueryParam("limit")
    @Parameter(
            description = "The most segments to return; any others are left out, with `truncated: true`.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "10000", defaultValue = "1000"))
    String limit;
}
