package dev.leadline.packaged.plans;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * How PostgreSQL ran a statement, with the rows that each step really had.
 *
 * @param statement its text
 * @param read rows that were read of tables or compared, those thrown away again among them
 * @param pages how many times a page of a table or an index was looked at; tells of entries of an index that were passed over
 * @param needed rows that came out, or went in as parameters
 * @param changes whether it changes or locks rows, which looks at all indexes
 * @param text the plan for a reader
 */
record QueryPlan(String statement, long read, long pages, long needed, boolean changes, String text) {

    /** It may read so many times what it needs, and a page of a list. */
    private static final int MULTIPLE = 4;

    private static final int LIST = 300;

    /** For a row it may look at the levels of two indexes and their rows, or at those of each index that a change keeps. */
    private static final int PAGES_TO_READ = 10;

    private static final int PAGES_TO_CHANGE = 50;

    /** @param logged what auto_explain writes of one statement */
    static QueryPlan of(JsonNode logged) {
        JsonNode plan = logged.get("Plan");
        return new QueryPlan(
                logged.get("Query Text").asText(),
                sum(plan, QueryPlan::read),
                plan.path("Shared Hit Blocks").asLong()
                        + plan.path("Shared Read Blocks").asLong(),
                Math.max(rows(plan), sum(plan, QueryPlan::given)),
                sum(plan, QueryPlan::changing) > 0,
                text(plan, ""));
    }

    /** Whether it did not do much more than what it needs asks for. */
    boolean isFrugal() {
        return read <= MULTIPLE * needed + LIST && pages <= (changes ? PAGES_TO_CHANGE : PAGES_TO_READ) * needed + LIST;
    }

    /** Whether it did no more than to read so many rows once, a page of the index and one of the table for each at most. */
    boolean isWithin(long rows) {
        return read <= rows + LIST && pages <= 2 * rows + LIST;
    }

    @Override
    public String toString() {
        return read + " rows read, " + pages + " pages, " + needed + " rows needed:\n" + statement + "\n" + text;
    }

    /** A line for each step. */
    private static String text(JsonNode node, String indent) {
        StringBuilder text =
                new StringBuilder(indent).append(node.path("Node Type").asText());
        for (String more : List.of("Index Name", "Relation Name", "Index Cond", "Filter", "Join Filter", "Sort Key")) {
            if (node.has(more)) {
                text.append(", ").append(more).append(' ').append(node.get(more).asText());
            }
        }
        text.append(": ")
                .append(rows(node))
                .append(" rows in ")
                .append(node.path("Actual Loops"))
                .append(" loops\n");
        for (JsonNode child : node.path("Plans")) {
            text.append(text(child, indent + "  "));
        }
        return text.toString();
    }

    private interface Count {
        long of(JsonNode node);
    }

    private static long sum(JsonNode node, Count count) {
        long sum = count.of(node);
        for (JsonNode child : node.path("Plans")) {
            sum += sum(child, count);
        }
        return sum;
    }

    private static long rows(JsonNode node) {
        return total(node, "Actual Rows");
    }

    private static long total(JsonNode node, String rows) {
        return Math.round(node.path(rows).asDouble() * node.path("Actual Loops").asDouble());
    }

    /** Of each step what it compared in vain; a bitmap's index is left out, for its rows are those of the heap above it. */
    private static long read(JsonNode node) {
        long inVain = total(node, "Rows Removed by Join Filter");
        return !node.has("Relation Name") || isChange(node)
                ? inVain
                : inVain
                        + rows(node)
                        + total(node, "Rows Removed by Filter")
                        + total(node, "Rows Removed by Index Recheck");
    }

    /** Once, however often they are gone through. */
    private static long given(JsonNode node) {
        String type = node.path("Node Type").asText();
        return type.equals("Function Scan") || type.equals("ProjectSet")
                ? Math.round(node.path("Actual Rows").asDouble())
                : 0;
    }

    private static long changing(JsonNode node) {
        return isChange(node) || node.path("Node Type").asText().equals("LockRows") ? 1 : 0;
    }

    private static boolean isChange(JsonNode node) {
        return node.path("Node Type").asText().equals("ModifyTable");
    }
}
