package dev.leadline.analysis.stability;

import dev.leadline.analysis.estimate.Estimate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a segment's volume can be foreseen, with the figures the verdict rests on. */
@Schema(description = """
                Whether the volume can be foreseen. A volume may be STABLE, because its swings have always been the same, and \
                still be VOLATILE, because nobody can tell what the next weeks bring.
                """)
public record VolumeSpread(
        Predictability verdict,

        @Schema(
                description =
                        "The expected spread of the next four weeks' inquiries: their standard deviation over their mean,"
                                + " the chance of counting and what follows the spend set apart. Fraction.")
        Estimate spread,

        @Schema(description = "`policy.maximumVolumeSpread`. Fraction.", examples = "0.2")
        double maximum,

        @Schema(
                description = "Probability that the spread is above the maximum; null where nothing is known.",
                nullable = true,
                examples = "0.013")
        Double probabilityAbove,

        @Schema(
                description =
                        "Complete weeks with activity since the last change of level that is at least 13 weeks old.",
                examples = "52")
        int weeks) {}
