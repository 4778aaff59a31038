package dev.leadline.packaged.plans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** What PostgreSQL 18 wrote of statements on a workspace of 60,000 inquiries or more. */
class QueryPlanTest {

    @Test
    void given_keys_gone_through_for_each_inquiry_then_they_are_needed_once_and_the_plan_is_not_frugal()
            throws Exception {
        QueryPlan plan = plan("""
                "Node Type": "Nested Loop", "Actual Rows": 100.00, "Actual Loops": 1,
                "Rows Removed by Join Filter": 5999900, "Shared Hit Blocks": 2036, "Shared Read Blocks": 0,
                "Plans": [
                    {"Node Type": "Index Scan", "Index Name": "inquiry_pkey", "Relation Name": "inquiry",
                        "Actual Rows": 60000.00, "Actual Loops": 1, "Rows Removed by Index Recheck": 0},
                    {"Node Type": "Function Scan", "Actual Rows": 100.00, "Actual Loops": 60000}]""");

        assertEquals(100, plan.needed());
        assertEquals(6_059_900, plan.read());
        assertFalse(plan.isFrugal());
    }

    @Test
    void given_rows_kept_and_compared_with_each_key_then_those_compared_in_vain_are_read() throws Exception {
        QueryPlan plan = plan("""
                "Node Type": "Nested Loop", "Actual Rows": 100.00, "Actual Loops": 1,
                "Rows Removed by Join Filter": 49900, "Shared Hit Blocks": 40, "Shared Read Blocks": 0,
                "Plans": [
                    {"Node Type": "Function Scan", "Actual Rows": 100.00, "Actual Loops": 1},
                    {"Node Type": "Materialize", "Actual Rows": 500.00, "Actual Loops": 100,
                        "Plans": [{"Node Type": "Index Scan", "Relation Name": "inquiry",
                            "Actual Rows": 500.00, "Actual Loops": 1}]}]""");

        assertEquals(50_400, plan.read());
        assertFalse(plan.isFrugal());
    }

    @Test
    void given_an_index_walked_in_vain_then_its_pages_tell() throws Exception {
        QueryPlan plan = plan("""
                "Node Type": "Limit", "Actual Rows": 0.00, "Actual Loops": 1,
                "Shared Hit Blocks": 560, "Shared Read Blocks": 14,
                "Plans": [{"Node Type": "Index Scan", "Index Name": "inquiry_workspace_id_external_id_source_key",
                    "Relation Name": "inquiry", "Actual Rows": 0.00, "Actual Loops": 1,
                    "Index Cond": "((workspace_id = 'w'::text) AND (source = 'none'::text))",
                    "Rows Removed by Index Recheck": 0, "Shared Hit Blocks": 560, "Shared Read Blocks": 14}]""");

        assertEquals(0, plan.read());
        assertEquals(574, plan.pages());
        assertFalse(plan.isFrugal());
        assertTrue(plan.isWithin(60_000));
    }

    @Test
    void given_each_key_looked_up_then_the_plan_is_frugal() throws Exception {
        QueryPlan plan = plan("""
                "Node Type": "Nested Loop", "Actual Rows": 2000.00, "Actual Loops": 1,
                "Shared Hit Blocks": 7949, "Shared Read Blocks": 51,
                "Plans": [
                    {"Node Type": "Function Scan", "Actual Rows": 2000.00, "Actual Loops": 1},
                    {"Node Type": "Index Scan", "Index Name": "spend_day_latest", "Relation Name": "spend_day",
                        "Actual Rows": 1.00, "Actual Loops": 2000, "Rows Removed by Index Recheck": 0}]""");

        assertEquals(2_000, plan.read());
        assertTrue(plan.isFrugal());
    }

    @Test
    void given_one_key_of_many_parts_looked_for_among_all_then_the_plan_is_not_frugal() throws Exception {
        assertFalse(plan("""
                "Node Type": "Nested Loop", "Actual Rows": 2000.00, "Actual Loops": 1,
                "Shared Hit Blocks": 27910, "Shared Read Blocks": 0,
                "Plans": [
                    {"Node Type": "Function Scan", "Actual Rows": 2000.00, "Actual Loops": 1},
                    {"Node Type": "Index Scan", "Index Name": "spend_day_day", "Relation Name": "spend_day",
                        "Actual Rows": 1.00, "Actual Loops": 2000, "Rows Removed by Filter": 500}]""").isFrugal());
    }

    private static QueryPlan plan(String steps) throws JsonProcessingException {
        return QueryPlan.of(new ObjectMapper().readTree("""
                {"Query Text": "select", "Plan": {%s}}""".formatted(steps)));
    }
}
