package dev.leadline.analysis.diagnosis;

import dev.leadline.analysis.query.QueryWarning;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer of {@code GET /diagnoses}. */
@Schema(description = "Which link is weak, per segment.")
record Diagnoses(
        @Schema(examples = "2026-11-20") LocalDate asOf,
        @Schema(examples = "2025-11-21") LocalDate from,
        @Schema(examples = "2026-11-20") LocalDate to,
        @Schema(examples = "USD") String currency,
        @Schema(examples = "[\"product\"]") List<String> groupBy,
        List<Diagnosis> items,
        boolean truncated,
        @Schema(examples = "12") int segmentCount,

        @Schema(description = QueryWarning.DESCRIPTION) List<QueryWarning> warnings) {}
