package dev.leadline.packaged.plans;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * How PostgreSQL ran a statement, with the rows that each step really had.
 *
 * @param statement its text
 * @param read rows that were read of tables, those thrown away again among them
 * @param needed rows that came out, or went in as parameters
 * @param text the plan for a reader
 */
record QueryPlan(String statement, long read, long needed, String text) {

    /** @param logged what auto_explain writes of one statement */
    static QueryPlan of(JsonNode logged) {
        JsonNode plan = logged.get("Plan");
        long needed = Math.max(rows(plan), sum(plan, QueryPlan::given));
        return new QueryPlan(logged.get("Query Text").asText(), sum(plan, QueryPlan::read), needed, text(plan, ""));
    }

    /** A line for each step. */
    private static String text(JsonNode node, String indent) {
        StringBuilder text =
                new StringBuilder(indent).append(node.path("Node Type").asText());
        for (String more : List.of("Index Name", "Relation Name", "Index Cond", "Filter", "Sort Key")) {
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

    /** A bitmap's index is left out: its rows are those of the heap above it. */
    private static long read(JsonNode node) {
        return !node.has("Relation Name") || node.path("Node Type").asText().equals("ModifyTable")
                ? 0
                : rows(node) + total(node, "Rows Removed by Filter") + total(node, "Rows Removed by Index Recheck");
    }

    private static long given(JsonNode node) {
        String type = node.path("Node Type").asText();
        return type.equals("Function Scan") || type.equals("ProjectSet") ? rows(node) : 0;
    }
}
