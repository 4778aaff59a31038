package dev.leadline.analysis.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.statistics.BetaPrior;
import dev.leadline.statistics.CohortTable;
import dev.leadline.statistics.ConversionExposure;
import dev.leadline.statistics.MarginPerInquiryPosterior;
import dev.leadline.statistics.MarginStatistics;
import dev.leadline.statistics.RatePosterior;
import dev.leadline.statistics.ValuePosterior;
import dev.leadline.statistics.ValuePrior;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedLossTest {

    private static final MarginStatistics MARGINS =
            MarginStatistics.of(400, 700, 900, 1200, 1800, 500, 650, 1000, 1300, 1600, 450, 750, 950, 1100, 1700);

    private static final ConversionExposure EXPOSURE = ConversionExposure.of(
            CohortTable.builder(new long[] {500}, 0).firstDeals(0, 0, 25).build(), lag -> lag < 0 ? 0 : 1, 0, 0, 0);

    /** 25 deals of 500 inquiries, on average about 1,000: an inquiry earns about 50. */
    private static final MarginPerInquiryPosterior MARGIN = MarginPerInquiryPosterior.of(
            RatePosterior.mixture(1, List.of(new RatePosterior.Case(1, BetaPrior.weak(), EXPOSURE))),
            ValuePosterior.of(MARGINS, ValuePrior.ofParent(MarginStatistics.of()), 1));

    @ParameterizedTest
    @ValueSource(doubles = {0, 5, 30, 45, 50, 60, 90, 300})
    void given_a_needed_margin_then_both_losses_are_those_of_a_direct_integration(double needed) {
        ExpectedLoss loss = ExpectedLoss.of(MARGIN, new double[] {needed}, new double[] {1});
        double shortfall = 0;
        double surplus = 0;
        double step = 0.05;
        for (double x = step / 2; x < 1000; x += step) {
            double atLeast = MARGIN.probabilityAtLeast(x);
            shortfall += x < needed ? (1 - atLeast) * step : 0;
            surplus += x > needed ? atLeast * step : 0;
        }
        assertEquals(shortfall, loss.scale(), 0.05);
        assertEquals(surplus, loss.hold(), 0.05);
    }

    @Test
    void given_several_needed_margins_then_it_is_the_mean_over_them() {
        ExpectedLoss low = ExpectedLoss.of(MARGIN, new double[] {30}, new double[] {1});
        ExpectedLoss high = ExpectedLoss.of(MARGIN, new double[] {60}, new double[] {1});
        ExpectedLoss both = ExpectedLoss.of(MARGIN, new double[] {30, 60}, new double[] {0.25, 0.75});

        assertEquals(0.25 * low.scale() + 0.75 * high.scale(), both.scale(), 1e-9);
        assertEquals(0.25 * low.hold() + 0.75 * high.hold(), both.hold(), 1e-9);
        assertTrue(low.scale() < high.scale() && low.hold() > high.hold());
    }
}
