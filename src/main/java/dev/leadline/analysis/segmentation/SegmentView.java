package dev.leadline.analysis.segmentation;

import dev.leadline.analysis.query.AnalysisQuery;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.Segment;
import dev.leadline.ledger.store.Ledger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How the segments of a query are shown: the dimensions grouped by with their names, a missing value as null, a campaign with id and
 * name; and in words, which name what was filtered too.
 */
public final class SegmentView {

    /** What the members of an answer are, for the API document. */
    public static final String SEGMENT = "The segment's dimension values; empty for the total.";

    public static final String COST_BASIS = "Whether the spend is known for the segment or was allocated by inquiries.";

    /** Of values that are taken together so many are named. */
    private static final int MOST_NAMED = 3;

    private final List<Dimension> groupBy;
    private final Ledger ledger;
    /** By dimension what the filter asks for. */
    private final Map<Dimension, String> asked = new EnumMap<>(Dimension.class);

    /** @param ledger that knows the campaigns' names */
    public SegmentView(AnalysisQuery query, Ledger ledger) {
        this.groupBy = query.groupBy();
        this.ledger = ledger;
        query.filter().accepted().forEach((dimension, values) -> asked.put(dimension, together(dimension, values)));
    }

    /** Its values by the dimensions' names in the API, in the dimensions' own order; empty for the total. */
    public Map<String, Object> of(Segment segment) {
        Map<String, Object> view = new LinkedHashMap<>();
        segment.values().forEach((dimension, value) -> {
            if (groupBy.contains(dimension)) {
                view.put(dimension.apiName(), shown(segment, dimension, value));
            }
        });
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

    /** For sentences: {@code Valve body, Jiangsu}, whether grouped by or asked for; the total is "All campaigns". */
    public String words(Segment segment) {
        List<String> words = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            String value = segment.values().get(dimension);
            if (value != null) {
                words.add(dimension == Dimension.CAMPAIGN ? segment.campaignName() : value);
            } else if (segment.values().containsKey(dimension)) {
                words.add(missing(dimension));
            } else if (asked.containsKey(dimension)) {
                words.add(asked.get(dimension));
            }
        }
        return words.isEmpty() ? "All campaigns" : String.join(", ", words);
    }

    private String together(Dimension dimension, Set<String> values) {
        Set<String> named =
                values.stream().map(value -> named(dimension, value)).collect(Collectors.toCollection(TreeSet::new));
        return named.size() <= MOST_NAMED
                ? String.join(" or ", named)
                : named.stream().limit(MOST_NAMED - 1).collect(Collectors.joining(", ")) + " and "
                        + (named.size() - MOST_NAMED + 1) + " others";
    }

    private static String missing(Dimension dimension) {
        return "no " + dimension.apiName();
    }

    private String named(Dimension dimension, String value) {
        if (value == null) {
            return missing(dimension);
        }
        return dimension == Dimension.CAMPAIGN ? ledger.campaignName(value).orElse(value) : value;
    }

    /** The order of segments by their words. */
    public Comparator<Segment> inOrder() {
        return Comparator.comparing(this::words);
    }

    /** The names of the dimensions of a grouping. */
    public static List<String> names(List<Dimension> groupBy) {
        return groupBy.stream().map(Dimension::apiName).toList();
    }
}
