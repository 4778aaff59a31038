package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CohortTableTest {

    @Test
    void given_full_tracking_when_asked_then_a_cohort_is_observed_from_lag_0_to_the_as_of_day() {
        CohortTable table = CohortTable.builder(new long[] {5, 6, 7}, 0).build();

        assertEquals(0, table.firstObservedLag(0));
        assertEquals(2, table.lastObservedLag(0));
        assertEquals(0, table.lastObservedLag(2));
        assertEquals(18, table.totalInquiries());
    }

    @Test
    void given_deal_records_that_began_later_when_asked_then_earlier_cohorts_are_observed_from_a_later_lag() {
        CohortTable table = CohortTable.builder(new long[] {5, 6, 7, 8}, 2).build();

        assertEquals(2, table.firstObservedLag(0));
        assertEquals(1, table.firstObservedLag(1));
        assertEquals(0, table.firstObservedLag(2));
        assertEquals(0, table.firstObservedLag(3));
    }

    @Test
    void given_tracking_since_ever_when_asked_then_no_lag_overflows() {
        CohortTable table =
                CohortTable.builder(new long[] {5, 6}, Integer.MIN_VALUE).build();

        assertEquals(0, table.firstObservedLag(1));
    }

    @Test
    void given_deals_outside_what_is_observed_when_built_then_they_are_left_out() {
        CohortTable table = CohortTable.builder(new long[] {5, 6, 7}, 1)
                .firstDeals(0, 0, 1) // before deal records began
                .firstDeals(0, 1, 1)
                .firstDeals(1, 2, 1) // after the as-of day
                .firstDeals(2, 0, 2)
                .build();

        assertEquals(1, table.firstDeals(0));
        assertEquals(0, table.firstDeals(1));
        assertEquals(2, table.firstDeals(2));
        assertEquals(3, table.totalFirstDeals());
    }

    @Test
    void given_a_deal_dated_before_its_inquiry_when_built_then_it_counts_at_lag_0() {
        CohortTable table =
                CohortTable.builder(new long[] {5}, 0).firstDeals(0, -1, 2).build();

        assertEquals(2, table.totalFirstDeals());
        assertEquals(0.4, CumulativeConversion.fit(table).at(0), 1e-15);
    }

    @Test
    void given_the_caller_changes_its_array_when_asked_then_the_table_has_not_changed() {
        long[] inquiries = {5, 6};
        CohortTable table = CohortTable.builder(inquiries, 0).build();
        inquiries[0] = 99;

        assertEquals(5, table.inquiries(0));
    }

    @Test
    void given_illegal_input_when_built_then_the_argument_is_named() {
        Illegal.argument("inquiries", () -> CohortTable.builder(new long[] {-1}, 0));
        CohortTable.Builder builder = CohortTable.builder(new long[] {3}, 0);
        Illegal.argument("cohort", () -> builder.firstDeals(1, 0, 1));
        Illegal.argument("cohort", () -> builder.margin(-1, 0, 1));
        Illegal.argument("count", () -> builder.firstDeals(0, 0, -1));
        Illegal.argument("amount", () -> builder.margin(0, 0, Double.NaN));
        builder.firstDeals(0, 0, 4);
        Illegal.argument("firstDeals of cohort 0", builder::build);
        Illegal.argument("builder", () -> builder.firstDeals(0, 0, 1));
    }
}
