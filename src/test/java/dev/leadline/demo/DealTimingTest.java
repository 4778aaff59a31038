package dev.leadline.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DealTimingTest {

    /** Of 8 % who ever buy, 7.8 % have within 120 days of lag. */
    @Test
    void weibull_gives_the_reference_share() {
        DealTiming timing = new DealTiming.Weibull(0.8, 23.5);

        assertEquals(0.078, 0.08 * timing.shareByLag(120), 0.0005);
    }

    @Test
    void log_normal_has_half_its_deals_within_the_median() {
        DealTiming timing = new DealTiming.LogNormal(30, 1);

        assertEquals(0.5, timing.shareWithin(30), 1e-15);
        // The standard normal distribution at 1.
        assertEquals(0.841344746068543, timing.shareWithin(30 * Math.E), 1e-12);
    }

    @Test
    void nothing_is_closed_before_the_inquiry() {
        assertEquals(0, new DealTiming.Weibull(2, 5).shareByLag(-1));
        assertEquals(0, new DealTiming.LogNormal(5, 1).shareByLag(-1));
        assertThrows(IllegalArgumentException.class, () -> new DealTiming.Weibull(0, 5));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 40, 200})
    void draws_follow_the_distribution(int days) {
        for (DealTiming timing : new DealTiming[] {new DealTiming.Weibull(0.8, 40), new DealTiming.LogNormal(30, 1)}) {
            RandomSource random = RandomSource.seeded(11);
            int draws = 40_000;
            double within = IntStream.range(0, draws)
                    .filter(draw -> timing.draw(random) <= days)
                    .count();
            double share = timing.shareWithin(days);

            assertEquals(share, within / draws, 4 * Math.sqrt(share * (1 - share) / draws), timing::toString);
        }
    }
}
