package dev.leadline.intake.batch;

import dev.leadline.platform.problem.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The first problems of a batch by their rows' places, in whatever order they come; so many that memory is bounded. */
final class ToldProblems {

    /** As many are told. */
    static final int MOST = 1_000;

    private final long from;
    private final PriorityQueue<BatchResult.RowProblem> told = new PriorityQueue<>(
            Comparator.comparingLong(BatchResult.RowProblem::index).reversed());
    /** The first place that is not told; negative while all are. */
    private long next = -1;

    /** @param from problems of earlier rows are not told */
    ToldProblems(long from) {
        this.from = from;
    }

    /** Whether the problem of a row there may be told. */
    boolean mayTell(long index) {
        return index >= from;
    }

    void add(long index, Problem problem) {
        if (!mayTell(index)) {
            return;
        }
        told.add(new BatchResult.RowProblem(index, problem));
        if (told.size() > MOST) {
            long last = told.remove().index();
            next = next < 0 ? last : Math.min(next, last);
        }
    }

    /** By the rows' places. */
    List<BatchResult.RowProblem> inOrder() {
        return told.stream()
                .sorted(Comparator.comparingLong(BatchResult.RowProblem::index))
                .toList();
    }

    /** The place of the first problem behind those told; null if all are. */
    Long next() {
        return next < 0 ? null : next;
    }
}
