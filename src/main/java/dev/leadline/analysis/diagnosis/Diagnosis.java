package dev.leadline.analysis.diagnosis;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which link of a segment is weak.
 *
 * @param factors by name: costPerInquiry, conversionRate, marginPerDeal, volume; those that the data gives
 * @param responseTime null where no first answer is known
 * @param sentence for the owner of the shop
 */
@Schema(description = "Which link of a segment is weak.")
public record Diagnosis(
        @Schema(examples = "{\"product\": \"Valve body\"}") Map<String, Object> segment,

        @Schema(description = "By name: costPerInquiry, conversionRate, marginPerDeal, volume.")
        Map<String, Factor> factors,

        @Schema(nullable = true, description = "Null where no `firstRespondedAt` of the segment is known.")
        ResponseTime responseTime,

        Bottleneck bottleneck,

        @Schema(nullable = true, examples = "sales and service")
        String owner,

        @Schema(
                examples =
                        "Valve body: 1.8 % of inquiries become deals; among its peers, 5.4 %. First answers take 31 hours, its peers' 4. Look at sales and service: who answers, how fast, with what offer.")
        String sentence) {}
