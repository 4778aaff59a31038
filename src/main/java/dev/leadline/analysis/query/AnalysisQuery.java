package dev.leadline.analysis.query;

import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.Filter;
import dev.leadline.workspace.Policy;
import dev.leadline.workspace.Workspace;
import java.time.LocalDate;
import java.util.List;

/**
 * What is asked of the analysis.
 *
 * @param workspace the workspace and its settings
 * @param groupBy the dimensions of a segment; none: the total only
 * @param filter which records count
 * @param from first day of the window
 * @param to last day of the window, not before {@code from}; may lie after {@code asOf}
 * @param asOf nothing that happened later is looked at; today at the latest
 * @param level probability between the bounds of an estimate
 * @param horizonDays how long after an inquiry its deals count
 * @param targetRoi the return to reach
 * @param minInquiries segments with fewer are left out
 * @param sort the order of the answer's segments
 * @param limit most segments to answer
 */
public record AnalysisQuery(
        Workspace workspace,
        List<Dimension> groupBy,
        Filter filter,
        LocalDate from,
        LocalDate to,
        LocalDate asOf,
        double level,
        int horizonDays,
        double targetRoi,
        long minInquiries,
        Sort sort,
        int limit) {

    /** The same question under another policy. */
    public AnalysisQuery with(Policy policy) {
        return with(workspace.with(policy), groupBy, filter);
    }

    /** The same question of the whole workspace by one dimension. */
    public AnalysisQuery by(Dimension dimension) {
        return with(workspace, List.of(dimension), Filter.NONE);
    }

    private AnalysisQuery with(Workspace settings, List<Dimension> grouping, Filter accepted) {
        return new AnalysisQuery(
                settings, grouping, accepted, from, to, asOf, level, horizonDays, targetRoi, minInquiries, sort, limit);
    }

    /**
     * An order of segments.
     *
     * @param figure the name of a figure of the answer
     * @param descending largest first; segments that lack the figure come last either way
     */
    public record Sort(String figure, boolean descending) {}
}
