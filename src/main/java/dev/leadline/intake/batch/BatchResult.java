package dev.leadline.intake.batch;

import dev.leadline.platform.problem.Problem;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * What became of a batch; {@code received = created + unchanged + updated + summed + skipped + rejected}.
 *
 * @param rounded rows not rejected of which an amount was rounded
 * @param problems of at most 1,000 rejected rows, by index
 * @param warnings at most 100
 */
@Schema(description = "What became of a batch. received = created + unchanged + updated + summed + skipped + rejected.")
public record BatchResult(
        @Schema(description = "Rows in the batch, not counting blank lines.", examples = "3")
        long received,

        @Schema(description = "New records.", examples = "1")
        long created,

        @Schema(description = "Rows that were stored before and say the same.", examples = "1")
        long unchanged,

        @Schema(description = "Records that now say something else.", examples = "0")
        long updated,

        @Schema(
                description =
                        "Rows that were added to an earlier row of the same key; that one is counted as created, unchanged or updated.",
                examples = "0")
        long summed,

        @Schema(
                description = "Rows that another row of the same key stands in the place of (`onRepeat=last`).",
                examples = "0")
        long skipped,

        @Schema(description = "Rows that were not stored.", examples = "1")
        long rejected,

        @Schema(
                description = "Rows not rejected of which an amount was rounded to four decimals;"
                        + " they are among those counted above.",
                examples = "0")
        long rounded,

        @Schema(description = "Why rows were rejected; at most 1,000 are told.")
        List<RowProblem> problems,

        @Schema(description = "What is stored and yet may be wrong; at most 100 are told.")
        List<BatchWarning> warnings) {

    public BatchResult {
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }

    /** The same with what is to be said of the rows that are stored. */
    public BatchResult withWarnings(List<BatchWarning> others) {
        return new BatchResult(
                received, created, unchanged, updated, summed, skipped, rejected, rounded, problems, others);
    }

    /** Why a row was rejected. */
    @Schema(description = "Why a row was rejected.")
    public record RowProblem(
            @Schema(description = "The row's place in the batch, from 0; blank lines do not count.", examples = "2")
            long index,

            Problem problem) {}

    /** The answer: 207, for rows fare differently. */
    public RestResponse<BatchResult> answer() {
        return RestResponse.ResponseBuilder.<BatchResult>create(207)
                .entity(this)
                .build();
    }
}
