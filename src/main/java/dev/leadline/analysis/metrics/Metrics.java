package dev.leadline.analysis.metrics;

import dev.leadline.analysis.query.QueryWarning;
import dev.leadline.analysis.segmentation.MoneyBy;
import dev.leadline.analysis.segmentation.ShownSegments;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer of {@code GET /metrics}. */
@Schema(description = "Metrics per segment.")
record Metrics(
        @Schema(examples = "2026-11-20") LocalDate asOf,
        @Schema(examples = "2025-11-21") LocalDate from,
        @Schema(examples = "2026-11-20") LocalDate to,
        @Schema(examples = "USD") String currency,
        MoneyBy moneyBy,
        @Schema(examples = "180") int horizonDays,
        @Schema(examples = "[\"product\"]") List<String> groupBy,
        List<SegmentMetrics> segments,

        @Schema(description = ShownSegments.TOTAL) SegmentMetrics total,

        @Schema(description = ShownSegments.TRUNCATED) boolean truncated,

        @Schema(description = ShownSegments.COUNT, examples = "12")
        int segmentCount,

        @Schema(description = QueryWarning.DESCRIPTION) List<QueryWarning> warnings) {}
