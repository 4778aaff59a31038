package dev.leadline.decision;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer of {@code GET /recommendations}. */
@Schema(description = "Recommendations per segment.")
record Recommendations(
        @Schema(examples = "2026-11-20") LocalDate asOf,
        @Schema(examples = "USD") String currency,
        @Schema(examples = "180") int horizonDays,
        @Schema(examples = "0.3") double targetRoi,
        @Schema(examples = "[\"product\"]") List<String> groupBy,
        List<Recommendation> items,
        boolean truncated,
        @Schema(examples = "12") int segmentCount) {}
