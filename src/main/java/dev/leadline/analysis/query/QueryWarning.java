package dev.leadline.analysis.query;

import dev.leadline.ledger.store.Ledger;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What of a query may be a mistake, though it can be answered.
 *
 * @param parameter by its name
 * @param value of it that is meant
 */
@Schema(description = "What of the request may be a mistake, though it is answered.")
public record QueryWarning(
        @Schema(description = "Which query parameter.", examples = "region")
        String parameter,

        @Schema(description = "Which value of it.", examples = "Jiangsoo")
        String value,

        @Schema(
                description = "What is wrong with it, and what to do.",
                examples = "No record and no campaign of this workspace has this region; check its spelling.")
        String detail) {

    /** What the member of an answer is, for the API document. */
    public static final String DESCRIPTION =
            "Values of the filter that no record and no campaign of the workspace has; at most 20 are told.";

    private static final int MOST = 20;

    /** The values that a query filters by and the workspace does not know, in the order of the dimensions and their own. */
    public static List<QueryWarning> of(AnalysisQuery query, Ledger ledger) {
        return query.filter().accepted().entrySet().stream()
                .flatMap(asked -> asked.getValue().stream()
                        .filter(Objects::nonNull)
                        .filter(value -> !ledger.hasValue(asked.getKey(), value))
                        .sorted(Comparator.naturalOrder())
                        .map(value -> unknown(asked.getKey().apiName(), value)))
                .limit(MOST)
                .toList();
    }

    private static QueryWarning unknown(String dimension, String value) {
        return new QueryWarning(
                dimension,
                value,
                "No record and no campaign of this workspace has this " + dimension
                        + "; check its spelling. A value that has a comma stands in double quotes.");
    }
}
