package dev.leadline.decision;

import dev.leadline.analysis.query.QueryWarning;
import dev.leadline.ledger.store.LateRecords;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer of {@code GET /recommendations}. */
@Schema(description = "Recommendations per segment.")
public record Recommendations(
        @Schema(examples = "2026-11-20") LocalDate asOf,
        @Schema(examples = "USD") String currency,
        @Schema(examples = "180") int horizonDays,
        @Schema(examples = "0.3") double targetRoi,
        @Schema(examples = "[\"product\"]") List<String> groupBy,

        @Schema(description = "The thresholds used: the workspace's, or what the request says instead.")
        Policy policy,

        @Schema(
                description =
                        "The mean probability of being wrong, 1 - P, over all SCALE that the filter shows, whatever `action` and `limit` leave out; null without"
                                + " SCALE.",
                nullable = true,
                examples = "0.021")
        Double falseDiscovery,

        LateRecords lateRecords,
        List<Recommendation> items,
        boolean truncated,
        @Schema(examples = "12") int segmentCount,

        @Schema(description = QueryWarning.DESCRIPTION) List<QueryWarning> warnings) {}
