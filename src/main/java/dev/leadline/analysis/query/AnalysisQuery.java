package dev.leadline.analysis.query;

import dev.leadline.analysis.estimate.Terms;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.Filter;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * What is asked of the analysis.
 *
 * @param currency of all money, ISO 4217
 * @param terms by what the figures are computed
 * @param groupBy the dimensions of a segment; none: the total only
 * @param filter which records count
 * @param from first day of the window
 * @param to last day of the window, not before {@code from}; may lie after {@code asOf}
 * @param asOf nothing that happened later is looked at; today at the latest
 * @param level probability between the bounds of an estimate
 * @param minInquiries segments with fewer are left out
 * @param sort the order of the answer's segments
 * @param limit most segments to answer
 * @param weekStart the day on which weeks begin that are shown as buckets; verdicts go by ISO weeks
 */
public record AnalysisQuery(
        String currency,
        Terms terms,
        List<Dimension> groupBy,
        Filter filter,
        LocalDate from,
        LocalDate to,
        LocalDate asOf,
        double level,
        long minInquiries,
        Sort sort,
        int limit,
        DayOfWeek weekStart) {

    /** How long after an inquiry its deals count. */
    public int horizonDays() {
        return terms.horizonDays();
    }

    /** The return to reach; 0.3 is 30 % above cost. */
    public double targetRoi() {
        return terms.targetRoi();
    }

    /** The same question of the whole workspace by one dimension. */
    public AnalysisQuery by(Dimension dimension) {
        return new AnalysisQuery(
                currency,
                terms,
                List.of(dimension),
                Filter.NONE,
                from,
                to,
                asOf,
                level,
                minInquiries,
                sort,
                limit,
                weekStart);
    }

    /**
     * An order of segments.
     *
     * @param figure the name of a figure of the answer
     * @param descending largest first; segments that lack the figure come last either way
     */
    public record Sort(String figure, boolean descending) {}
}
