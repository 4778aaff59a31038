package dev.leadline.fuzz;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What answers have told so far and requests may use: ids and cursors by the path of their collection. */
final class Known {

    private static final int MOST = 200;
    private static final String CURSORS = "cursors of ";

    private final Map<String, List<String>> values = new HashMap<>();

    void addId(Draw draw, String collection, String id) {
        add(draw, collection, id);
    }

    void addCursor(Draw draw, String collection, String cursor) {
        add(draw, CURSORS + collection, cursor);
    }

    private void add(Draw draw, String kind, String value) {
        List<String> known = values.computeIfAbsent(kind, any -> new ArrayList<>());
        if (known.size() < MOST) {
            known.add(value);
        } else {
            known.set(draw.below(MOST), value);
        }
    }

    /** An id of the collection; of nothing if none is known. */
    String id(Draw draw, String collection) {
        List<String> known = values.get(collection);
        return known == null ? draw.id().toString() : draw.of(known);
    }

    /** An id of anything. */
    String id(Draw draw) {
        return id(draw, draw.of("/api/v1/campaigns", "/api/v1/inquiries", "/api/v1/deals", "/api/v1/api-keys"));
    }

    /** A cursor of the list; of no list if none is known. */
    String cursor(Draw draw, String collection) {
        List<String> known = values.get(CURSORS + collection);
        return known == null ? "MDFh" : draw.of(known);
    }
}
