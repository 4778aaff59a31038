package dev.leadline.intake.record;

import dev.leadline.platform.problem.Problem;
import java.util.UUID;

/**
 * What became of one row.
 *
 * @param result what was done
 * @param id the stored record's; null for a row that is not stored as it is, and for spend, which has no id
 * @param problem why a row was rejected; null for all others
 */
public record RowOutcome(Result result, UUID id, Problem problem) {

    /** What was done with a row. */
    public enum Result {
        CREATED,
        UNCHANGED,
        UPDATED,
        SUMMED,
        SKIPPED,
        REJECTED
    }

    /** A new record. */
    public static RowOutcome created(UUID id) {
        return new RowOutcome(Result.CREATED, id, null);
    }

    /** The record was there and says the same. */
    public static RowOutcome unchanged(UUID id) {
        return new RowOutcome(Result.UNCHANGED, id, null);
    }

    /** The record was there and now says something else. */
    public static RowOutcome updated(UUID id) {
        return new RowOutcome(Result.UPDATED, id, null);
    }

    /** Added to an earlier row of the same request, whose outcome tells what became of the record. */
    public static RowOutcome summed() {
        return new RowOutcome(Result.SUMMED, null, null);
    }

    /** Passed over: another row of the same request stands in its place. */
    public static RowOutcome skipped() {
        return new RowOutcome(Result.SKIPPED, null, null);
    }

    /** Nothing is stored. */
    public static RowOutcome rejected(Problem problem) {
        return new RowOutcome(Result.REJECTED, null, problem);
    }

    public boolean isRejected() {
        return problem != null;
    }

    /**
     * This outcome of a single request.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem if the row was rejected
     */
    public RowOutcome orThrow() {
        if (isRejected()) {
            throw problem.toException();
        }
        return this;
    }
}
