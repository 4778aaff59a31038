package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadline.demo.RandomSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowUpTest {

    private static final CohortTable HALF = new Market(0.1, 0.8, 23.5, 10, 120, 30).draw(RandomSource.seeded(5));

    @Test
    void given_a_table_twice_then_the_curve_is_that_of_one_with_twice_the_inquiries() {
        var one = new FollowUp.Part(HALF, 1, 1);
        CumulativeConversion single = CumulativeConversion.fit(HALF);
        CumulativeConversion both = CumulativeConversion.fit(FollowUp.of(List.of(one, one)));

        for (int lag = 0; lag < 120; lag++) {
            assertEquals(single.at(lag), both.at(lag), 1e-12, "lag " + lag);
            assertEquals(single.variance(lag) / 2, both.variance(lag), 1e-12, "lag " + lag);
        }
    }

    @Test
    void given_units_of_two_days_then_lags_are_half_as_long() {
        CohortTable table = CohortTable.builder(new long[] {0, 8, 0, 0, 0, 0}, 0)
                .firstDeals(1, 1, 1)
                .firstDeals(1, 4, 2)
                .build();

        FollowUp halved = FollowUp.of(List.of(new FollowUp.Part(table, 2, 1)));

        assertArrayEquals(new double[] {1, 0, 2}, halved.deals());
        assertArrayEquals(new double[] {0, 0, 5}, halved.waiting());
        assertEquals(8, halved.started());
    }

    @Test
    void given_a_weight_then_inquiries_without_a_deal_count_by_it_and_deals_as_they_are() {
        CohortTable table =
                CohortTable.builder(new long[] {10, 0}, 0).firstDeals(0, 1, 4).build();

        FollowUp doubled = FollowUp.of(List.of(new FollowUp.Part(table, 1, 2)));
        FollowUp few = FollowUp.of(List.of(new FollowUp.Part(table, 1, 0.1)));

        assertArrayEquals(new double[] {0, 4}, doubled.deals());
        assertArrayEquals(new double[] {0, 16}, doubled.waiting());
        assertArrayEquals(new double[] {0, 0}, few.waiting(), "never fewer inquiries than deals");
        assertEquals(4, few.started());
    }

    @Test
    void given_cohorts_older_than_the_records_of_deals_then_they_are_seen_late() {
        CohortTable table = CohortTable.builder(new long[] {10, 20, 30}, 1)
                .firstDeals(0, 2, 3)
                .build();

        FollowUp followUp = FollowUp.of(table);

        assertEquals(List.of(new FollowUp.Late(1, 2, 10, 3)), followUp.late());
        assertEquals(50, followUp.started());
        assertArrayEquals(
                new double[] {0, 7, 0}, followUp.lateWithoutDeal().get(0).byFirstLag());
        assertEquals(2, followUp.lateWithoutDeal().get(0).observedLags());
    }

    @Test
    void given_an_illegal_part_then_it_is_named() {
        Illegal.argument("unit", () -> new FollowUp.Part(HALF, 0, 1));
        Illegal.argument("weight", () -> new FollowUp.Part(HALF, 1, Double.NaN));
    }
}
