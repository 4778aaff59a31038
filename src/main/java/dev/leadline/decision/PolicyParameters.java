package dev.leadline.decision;

import dev.leadline.analysis.query.ParameterValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Thresholds of one request, to see what another policy would say. What is not given is the workspace's. */
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
            "falseDiscoveryRate");

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

    /**
     * The policy of a request.
     *
     * @param settings the workspace's
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming the parameter
     */
    public static Policy read(UriInfo uri, Policy settings) {
        Reader reader = new Reader(uri);
        Policy policy = new Policy(
                reader.decimal("scaleProbability", Policy.LEAST_SURE, Policy.MOST_SURE, settings.scaleProbability()),
                reader.decimal(
                        "scaleEndProbability", Policy.LEAST_LIKELY, Policy.MOST_SURE, settings.scaleEndProbability()),
                reader.decimal(
                        "leaveOutProbability", Policy.LEAST_LIKELY, Policy.MOST_SURE, settings.leaveOutProbability()),
                reader.decimal("fixProbability", Policy.LEAST_SURE, Policy.MOST_SURE, settings.fixProbability()),
                reader.decimal("fixMaturity", Policy.LEAST_MATURITY, Policy.MOST_MATURITY, settings.fixMaturity()),
                reader.whole("minimumDeals", Policy.MOST_DEALS, settings.minimumDeals()),
                reader.whole("minimumCycles", Policy.MOST_CYCLES, settings.minimumCycles()),
                reader.decimal(
                        "falseDiscoveryRate", Policy.LEAST_RATE, Policy.MOST_RATE, settings.falseDiscoveryRate()));
        if (!policy.endsBelowEntry()) {
            throw ParameterValue.fault(
                    "scaleEndProbability", "must be below scaleProbability (" + policy.scaleProbability() + ")");
        }
        // What a workspace set before there was this bound is left as it is.
        if (!policy.leaveOutIsWithinReach() && settings.leaveOutIsWithinReach()) {
            throw ParameterValue.fault(
                    "leaveOutProbability",
                    "must not be above scaleProbability (" + policy.scaleProbability() + ") or fixProbability ("
                            + policy.fixProbability() + "); it is " + policy.leaveOutProbability());
        }
        return policy;
    }

    private record Reader(UriInfo uri) {

        BigDecimal decimal(String name, String least, String most, BigDecimal setting) {
            return ParameterValue.of(uri.getQueryParameters(), name)
                    .decimal(new BigDecimal(least), new BigDecimal(most), setting);
        }

        int whole(String name, int most, int setting) {
            return (int) ParameterValue.of(uri.getQueryParameters(), name).whole(1, most, setting);
        }
    }
}
