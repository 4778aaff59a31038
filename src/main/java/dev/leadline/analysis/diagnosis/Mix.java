package dev.leadline.analysis.diagnosis;

import dev.leadline.analysis.estimate.Estimate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A factor's loss, divided by Kitagawa's decomposition; the two effects sum to it.
 *
 * @param dimension it is divided by
 * @param mixEffect what comes from what the segment sells, or to whom
 * @param rateEffect what would be left if its mix were its peers'
 */
@Schema(description = """
                The loss of a factor in two parts that sum to it (Kitagawa's decomposition): what comes from what the segment is
                made of, and what from how each part does. A segment whose loss is mix does its work as well as its peers do.
                """)
public record Mix(
        @Schema(
                examples = "product",
                description = "The dimension it is divided by: product, or region where products are given.")
        String dimension,

        @Schema(examples = "0.412", description = "As `loss`: from selling more of what does worse everywhere.")
        double mixEffect,

        @Schema(examples = "0.037", description = "As `loss`: from doing worse in the same.")
        double rateEffect) {

    static Mix of(MixEffect effect, double loss) {
        return new Mix(
                effect.by().apiName(),
                Estimate.rounded(effect.loss().log()),
                Estimate.rounded(loss - effect.loss().log()));
    }
}
