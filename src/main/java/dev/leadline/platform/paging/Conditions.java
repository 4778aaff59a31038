package dev.leadline.platform.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The conditions of a list's query, all of which hold, with numbered parameters. */
public final class Conditions {

    private final List<String> parts = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /**
     * Adds a condition, unless there is no value to compare with.
     *
     * @param comparison left side and operator, such as {@code "day >="}; a constant
     * @param value the right side; null: no condition
     */
    public Conditions and(String comparison, Object value) {
        if (value != null) {
            values.add(value);
            parts.add(comparison + " ?" + values.size());
        }
        return this;
    }

    /**
     * Restricts to the records behind this one, newest first. The id is hidden from the planner: from the ids of all
     * workspaces it would estimate how few are left, and might read and sort all of those.
     *
     * @param id null: no condition
     */
    public Conditions behind(UUID id) {
        if (id != null) {
            values.add(id);
            parts.add("id < (select cast(?" + values.size() + " as java.util.UUID))");
        }
        return this;
    }

    /** The query's text, the order included. */
    public String orderedBy(String order) {
        return String.join(" and ", parts) + " order by " + order;
    }

    /** The parameters by number. */
    public Object[] values() {
        return values.toArray();
    }
}
