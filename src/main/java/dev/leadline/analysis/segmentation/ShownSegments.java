package dev.leadline.analysis.segmentation;

import dev.leadline.analysis.query.AnalysisQuery;
import dev.leadline.ledger.segment.SegmentLedger;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The segments that an answer shows where their order rests on the records alone, so that only these are estimated.
 *
 * @param segments in the order of the query, at most its limit
 * @param count how many there are before the limit
 */
public record ShownSegments(List<SegmentLedger> segments, int count) {

    /** What the members of an answer are, for the API document. */
    public static final String TOTAL = "All that passes the filter, also what `limit` and `minInquiries` leave out.";

    public static final String TRUNCATED = "Whether `limit` left out segments.";
    public static final String COUNT = "How many segments there are, before `limit`.";

    private static final String INQUIRIES = "inquiries";

    /** What they can be sorted by. */
    public static final Set<String> FIGURES = Set.of("spend", INQUIRIES);

    /** Those of a segmentation, by the figure of its query, then by the segments' values, so that the order is always the same. */
    public static ShownSegments of(Segmentation segmentation) {
        AnalysisQuery query = segmentation.query();
        Comparator<SegmentLedger> byFigure = query.sort().figure().equals(INQUIRIES)
                ? Comparator.comparingLong(s -> s.inquiries(
                        segmentation.window().from(), segmentation.window().lastKnown()))
                : Comparator.comparing(SegmentLedger::windowSpend);
        SegmentView view = segmentation.view();
        List<SegmentLedger> all = segmentation.segments().stream()
                .sorted((query.sort().descending() ? byFigure.reversed() : byFigure)
                        .thenComparing(s -> view.of(s.segment()).toString()))
                .toList();
        return new ShownSegments(all.subList(0, Math.min(query.limit(), all.size())), all.size());
    }

    /** Whether the limit left some out. */
    public boolean truncated() {
        return segments.size() < count;
    }
}
