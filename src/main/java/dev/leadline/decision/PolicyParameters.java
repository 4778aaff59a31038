package dev.leadline.decision;

import dev.leadline.platform.query.QueryValue;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Thresholds of one request, to see what another policy would say. What is not given is the workspace's; see {@link PolicyReader}. */
public class PolicyParameters {

    private static final String WHAT_IF = " For this answer only; default the workspace's.";

    @RestQuery
    @Parameter(
            description = "SCALE needs at least this probability that the target is met." + WHAT_IF,
            schema =
                    @Schema(
                            type = SchemaType.NUMBER,
                            minimum = Policy.LEAST_SURE,
                            maximum = Policy.MOST_SURE,
                            examples = "0.9"))
    Optional<String> scaleProbability;

    BigDecimal scaleProbability(BigDecimal kept) {
        return QueryValue.of("scaleProbability", scaleProbability).decimal(Policy.LEAST_SURE, Policy.MOST_SURE, kept);
    }

    @RestQuery
    @Parameter(
            description = "SCALE ends below this probability; it must be below `scaleProbability`." + WHAT_IF,
            schema =
                    @Schema(
                            type = SchemaType.NUMBER,
                            minimum = Policy.LEAST_LIKELY,
                            maximum = Policy.MOST_SURE,
                            examples = "0.6"))
    Optional<String> scaleEndProbability;

    BigDecimal scaleEndProbability(BigDecimal kept) {
        return QueryValue.of("scaleEndProbability", scaleEndProbability)
                .decimal(Policy.LEAST_LIKELY, Policy.MOST_SURE, kept);
    }

    @RestQuery
    @Parameter(
            description = "What the probability must keep with the largest deal, or any one week, left out; not above"
                    + " `scaleProbability` or `fixProbability`." + WHAT_IF,
            schema =
                    @Schema(
                            type = SchemaType.NUMBER,
                            minimum = Policy.LEAST_LIKELY,
                            maximum = Policy.MOST_SURE,
                            examples = "0.75"))
    Optional<String> leaveOutProbability;

    BigDecimal leaveOutProbability(BigDecimal kept) {
        return QueryValue.of("leaveOutProbability", leaveOutProbability)
                .decimal(Policy.LEAST_LIKELY, Policy.MOST_SURE, kept);
    }

    @RestQuery
    @Parameter(
            description = "FIX needs at least this probability that an inquiry costs more than it may." + WHAT_IF,
            schema =
                    @Schema(
                            type = SchemaType.NUMBER,
                            minimum = Policy.LEAST_SURE,
                            maximum = Policy.MOST_SURE,
                            examples = "0.9"))
    Optional<String> fixProbability;

    BigDecimal fixProbability(BigDecimal kept) {
        return QueryValue.of("fixProbability", fixProbability).decimal(Policy.LEAST_SURE, Policy.MOST_SURE, kept);
    }

    @RestQuery
    @Parameter(
            description = "FIX needs at least this maturity of the cohorts." + WHAT_IF,
            schema =
                    @Schema(
                            type = SchemaType.NUMBER,
                            minimum = Policy.LEAST_MATURITY,
                            maximum = Policy.MOST_MATURITY,
                            examples = "0.5"))
    Optional<String> fixMaturity;

    BigDecimal fixMaturity(BigDecimal kept) {
        return QueryValue.of("fixMaturity", fixMaturity).decimal(Policy.LEAST_MATURITY, Policy.MOST_MATURITY, kept);
    }

    @RestQuery
    @Parameter(
            description = "SCALE needs at least this many deals." + WHAT_IF,
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "" + Policy.MOST_DEALS,
                            examples = "20"))
    Optional<String> minimumDeals;

    int minimumDeals(int kept) {
        return QueryValue.of("minimumDeals", minimumDeals).whole(1, Policy.MOST_DEALS, kept);
    }

    @RestQuery
    @Parameter(
            description = "SCALE needs at least this many decision cycles of history." + WHAT_IF,
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "" + Policy.MOST_CYCLES,
                            examples = "2"))
    Optional<String> minimumCycles;

    int minimumCycles(int kept) {
        return QueryValue.of("minimumCycles", minimumCycles).whole(1, Policy.MOST_CYCLES, kept);
    }

    @RestQuery
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
    Optional<String> maximumVolumeSpread;

    BigDecimal maximumVolumeSpread(BigDecimal kept) {
        return QueryValue.of("maximumVolumeSpread", maximumVolumeSpread)
                .decimal(Policy.LEAST_SPREAD, Policy.MOST_SPREAD, kept);
    }
}
