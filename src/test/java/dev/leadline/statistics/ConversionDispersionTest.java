package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.demo.RandomSource;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ConversionDispersionTest {

    private static final TimingCurve AT_ONCE = lag -> lag < 0 ? 0 : 1;

    @Test
    void given_months_that_differ_when_estimated_then_it_is_chi_square_over_its_freedom_with_four_degrees_of_none() {
        // Four months of 30 inquiries, of which 3, 9, 3 and 9 convert: 6 expected of each, variance 6 x 0.8.
        long[] inquiries = new long[120];
        Arrays.fill(inquiries, 1);
        CohortTable.Builder builder = CohortTable.builder(inquiries, 0);
        for (int month = 0; month < 4; month++) {
            for (int deal = 0; deal < (month % 2 == 0 ? 3 : 9); deal++) {
                builder.firstDeals(30 * month + deal, 0, 1);
            }
        }

        assertEquals((4 * 9 / 4.8 + 4) / (3 + 4), ConversionDispersion.phi(builder.build(), AT_ONCE, 10), 1e-9);
    }

    @Test
    void given_chance_alone_when_averaged_then_it_is_hardly_above_1() {
        RandomSource random = RandomSource.seeded(3);
        Market market = new Market(0.1, 0.8, 23.5, 5, 365, 0);
        double mean = 0;
        for (int run = 0; run < 100; run++) {
            CohortTable table = market.draw(random);
            mean += ConversionDispersion.phi(table, CumulativeConversion.fit(table), 180) / 100;
        }

        assertTrue(mean >= 1 && mean < 1.2, "mean " + mean);
    }

    @Test
    void given_too_little_to_say_then_it_is_1() {
        assertEquals(
                1, ConversionDispersion.phi(CohortTable.builder(new long[0], 0).build(), AT_ONCE, 10));
        assertEquals(
                1,
                ConversionDispersion.phi(CohortTable.builder(new long[400], 0).build(), AT_ONCE, 10));
        CohortTable oneMonth =
                CohortTable.builder(new long[] {50}, 0).firstDeals(0, 0, 50).build();
        assertEquals(1, ConversionDispersion.phi(oneMonth, AT_ONCE, 10));
    }
}
