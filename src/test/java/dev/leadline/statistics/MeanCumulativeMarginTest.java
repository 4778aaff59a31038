package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MeanCumulativeMarginTest {

    @Test
    void given_repeat_orders_and_a_loss_when_fitted_then_each_lag_is_shared_by_the_cohorts_that_show_it() {
        MeanCumulativeMargin curve = MeanCumulativeMargin.fit(CohortTable.builder(new long[] {10, 30, 10}, 0)
                .margin(0, 0, 100)
                .margin(0, 0, 50)
                .margin(1, 0, 50)
                .margin(0, 1, -40)
                .margin(1, 1, 80)
                .margin(0, 2, 60)
                .build());

        assertEquals(0, curve.at(-1));
        assertEquals(200 / 50.0, curve.at(0), 1e-12);
        assertEquals(200 / 50.0 + 40 / 40.0, curve.at(1), 1e-12);
        assertEquals(200 / 50.0 + 40 / 40.0 + 60 / 10.0, curve.at(2), 1e-12);
        assertEquals(curve.at(2), curve.at(99), "flat beyond the last lag");
    }

    @Test
    void given_deal_records_that_began_late_when_fitted_then_early_lags_rest_on_later_cohorts() {
        MeanCumulativeMargin curve = MeanCumulativeMargin.fit(CohortTable.builder(new long[] {10, 20}, 1)
                .margin(0, 0, 999)
                .margin(0, 1, 10)
                .margin(1, 0, 40)
                .build());

        assertEquals(2, curve.at(0), 1e-12);
        assertEquals(3, curve.at(1), 1e-12);
    }

    @Test
    void given_a_discount_when_asked_then_later_margin_counts_less() {
        long[] inquiries = new long[366];
        inquiries[0] = 10;
        MeanCumulativeMargin curve = MeanCumulativeMargin.fit(CohortTable.builder(inquiries, 0)
                .margin(0, 0, 100)
                .margin(0, 365, 110)
                .build());

        assertEquals(20, curve.discountedAt(365, 0.1), 1e-12);
        assertEquals(21, curve.discountedAt(900, 0), 1e-12);
        Illegal.argument("yearlyRate", () -> curve.discountedAt(1, -1));
    }

    @Test
    void given_nothing_when_fitted_then_the_margin_is_0() {
        assertEquals(
                0,
                MeanCumulativeMargin.fit(CohortTable.builder(new long[0], 0).build())
                        .at(5));
        assertEquals(
                0,
                MeanCumulativeMargin.fit(
                                CohortTable.builder(new long[] {0, 4}, 7).build())
                        .discountedAt(5, 0.1));
    }
}
