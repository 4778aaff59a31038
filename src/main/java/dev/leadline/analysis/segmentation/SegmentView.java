package dev.leadline.analysis.segmentation;

import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.Segment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a segment is shown: its dimensions by their names, a missing value as null, a campaign with id and name. */
public final class SegmentView {

    /** What the members of an answer are, for the API document. */
    public static final String SEGMENT = "The segment's dimension values; empty for the total.";

    public static final String COST_BASIS = "Whether the spend is known for the segment or was allocated by inquiries.";

    private SegmentView() {}

    /** Its values by the dimensions' names in the API, in the dimensions' own order; empty for the total. */
    public static Map<String, Object> of(Segment segment) {
        Map<String, Object> view = new LinkedHashMap<>();
        segment.values().forEach((dimension, value) -> view.put(dimension.apiName(), shown(segment, dimension, value)));
        return view;
    }

    private static Object shown(Segment segment, Dimension dimension, String value) {
        if (dimension != Dimension.CAMPAIGN || value == null) {
            return value;
        }
        Map<String, String> campaign = new LinkedHashMap<>();
        campaign.put("id", value);
        campaign.put("name", segment.campaignName());
        return campaign;
    }

    /** In words, for sentences: {@code Valve body, Jiangsu}; the total is "All campaigns". */
    public static String words(Segment segment) {
        if (segment.values().isEmpty()) {
            return "All campaigns";
        }
        return segment.values().entrySet().stream()
                .map(e -> e.getValue() == null
                        ? "no " + e.getKey().apiName()
                        : e.getKey() == Dimension.CAMPAIGN ? segment.campaignName() : e.getValue())
                .collect(Collectors.joining(", "));
    }

    /** The names of the dimensions of a grouping. */
    public static List<String> names(List<Dimension> groupBy) {
        return groupBy.stream().map(Dimension::apiName).toList();
    }
}
