package dev.leadline.analysis.diagnosis;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One factor of a segment against its peers.
 *
 * @param value the segment's own
 * @param peers the mean of its peers, each weighed by how well it is known
 * @param loss how much the factor costs, as a share of margin per unit of spend on the logarithmic scale; negative: it gains
 * @param probabilityWorse the probability that it is worse than its peers'
 * @param mix the loss in two parts; null where it cannot be divided
 */
@Schema(description = "One factor of the segment against its peers'.")
public record Factor(
        @Schema(examples = "0.0182") double value,
        @Schema(examples = "0.0542") double peers,

        @Schema(
                description =
                        "What it costs against the peers, in logarithms of margin per unit of spend: 0.69 is a half, 1.1"
                                + " two thirds. Negative: it gains.",
                examples = "1.09")
        double loss,

        @Schema(examples = "0.998") double probabilityWorse,

        @Schema(
                nullable = true,
                description =
                        "The loss in two parts; null for cost and volume, and where the segment has too little in common"
                                + " with its peers.")
        Mix mix) {}
