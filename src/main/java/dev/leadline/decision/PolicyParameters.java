package dev.leadline.decision;

import jakarta.ws.rs.QueryParam;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Thresholds of one request, to see what another policy would say. What is not given is the workspace's; see {@link PolicyReader}. */
public class PolicyParameters {

    /** Decisions use two years where the request does not say otherwise. */
    public static final int WINDOW_DAYS = 730;

    public static final Set<String> NAMES = Set.of(
            "scaleProbability",
            "scaleEndProbability",
            "leaveOutProbability",
            "fixProbability",
            "fixMaturity",
            "minimumDeals",
            "minimumCycles",
            "falseDiscoveryRate",
            "maximumVolumeSpread");

    private static final String WHAT_IF = " For this answer only; default the workspace's.";

    @QueryParam("scaleProbability")
    @Parameter(
            description = "SCALE needs at least this probability that the target is met." + WHAT_IF,
            schema =
                    @Schema(
                            type = SchemaType.NUMBER,
                            minimum = Policy.LEAST_SURE,
                            maximum = Policy.MOST_SURE,
                            examples = "0.9"))
    String scaleProbability;

    @QueryParam("scaleEndProbability")
    @Parameter(
            description = "SCALE ends below this probability; it must be below `scaleProbability`." + WHAT_IF,
            schema =
                    @Schema(
                            type = SchemaType.NUMBER,
                            minimum = Policy.LEAST_LIKELY,
                            maximum = Policy.MOST_SURE,
                            examples = "0.6"))
    String scaleEndProbability;

    @QueryParam("leaveOutProbability")
    @Parameter(
            description = "What the probability must keep with the largest deal, or any one week, left out; not above"
                    + " `scaleProbability` or `fixProbability`." + WHAT_IF,
            schema =
                    @Schema(
                            type = SchemaType.NUMBER,
                            minimum = Policy.LEAST_LIKELY,
                            maximum = Policy.MOST_SURE,
                            examples = "0.75"))
    String leaveOutProbability;

    @QueryParam("fixProbability")
    @Parameter(
            description = "FIX needs at least this probability that an inquiry costs more than it may." + WHAT_IF,
            schema =
                    @Schema(
                            type = SchemaType.NUMBER,
                            minimum = Policy.LEAST_SURE,
                            maximum = Policy.MOST_SURE,
                            examples = "0.9"))
    String fixProbability;

    @QueryParam("fixMaturity")
    @Parameter(
            description = "FIX needs at least this maturity of the cohorts." + WHAT_IF,
            schema =
                    @Schema(
                            type = SchemaType.NUMBER,
                            minimum = Policy.LEAST_MATURITY,
                            maximum = Policy.MOST_MATURITY,
                            examples = "0.5"))
    String fixMaturity;

    @QueryParam("minimumDeals")
    @Parameter(
            description = "SCALE needs at least this many deals." + WHAT_IF,
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "" + Policy.MOST_DEALS,
                            examples = "20"))
    String minimumDeals;

    @QueryParam("minimumCycles")
    @Parameter(
            description = "SCALE needs at least this many decision cycles of history." + WHAT_IF,
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "" + Policy.MOST_CYCLES,
                            examples = "2"))
    String minimumCycles;

    @QueryParam("falseDiscoveryRate")
    @Parameter(
            description = "A segment does not become SCALE while the mean probability of being wrong, over all that are"
                    + " SCALE with it, would be above this." + WHAT_IF,
            schema =
                    @Schema(
                            type = SchemaType.NUMBER,
                            minimum = Policy.LEAST_RATE,
                            maximum = Policy.MOST_RATE,
                            examples = "0.1"))
    String falseDiscoveryRate;

    @QueryParam("maximumVolumeSpread")
    @Parameter(
            description =
                    "A segment does not become SCALE while the expected spread of its next four weeks' inquiries is"
                            + " surely above this." + WHAT_IF,
            schema =
                    @Schema(
                            type = SchemaType.NUMBER,
                            minimum = Policy.LEAST_SPREAD,
                            maximum = Policy.MOST_SPREAD,
                            examples = "0.2"))
    String maximumVolumeSpread;
}
