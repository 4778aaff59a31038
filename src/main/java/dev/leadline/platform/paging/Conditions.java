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
     * Adds that only records behind this one are wanted, the newest first. The planner is not shown which one it is: it would judge by the
     * ids of all workspaces how few are left, and may then read all that are left to sort them.
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
