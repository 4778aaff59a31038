package dev.leadline.analysis.diagnosis;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How long a segment's inquiries wait for their first answer.
 *
 * @param knownShare share of its valid inquiries whose first answer is known
 * @param typicalHours geometric mean of these waits
 * @param peersHours the mean of its peers'; null without such peers, as is the probability
 * @param probabilitySlower the probability that it answers slower than its peers
 */
@Schema(description = """
                How long the segment's inquiries wait for their first answer (`firstRespondedAt`), against its peers'. It corroborates
                what is said of sales and service, and never makes a bottleneck by itself.
                """)
public record ResponseTime(
        @Schema(examples = "0.81", description = "Share of its valid inquiries whose first answer is known.")
        double knownShare,

        @Schema(examples = "31.2", description = "Typical wait: the geometric mean, in hours; at least a minute each.")
        double typicalHours,

        @Schema(examples = "4.1", nullable = true) Double peersHours,

        @Schema(examples = "0.999", nullable = true) Double probabilitySlower) {}
