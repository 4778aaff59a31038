package dev.leadline.analysis.stability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MovingMedianTest {

    @Test
    void given_random_weeks_some_without_exposure_then_it_is_the_median_of_six_weeks_on_either_side() {
        SplittableRandom random = new SplittableRandom(5);
        double[] counts = new double[60];
        double[] exposures = new double[60];
        Arrays.setAll(counts, i -> random.nextInt(9));
        Arrays.setAll(exposures, i -> random.nextInt(4));
        Arrays.fill(exposures, 20, 34, 0);

        double[] usual = MovingMedian.of(counts, exposures);

        for (int week = 0; week < 60; week++) {
            double[] rates = IntStream.rangeClosed(Math.max(0, week - 6), Math.min(59, week + 6))
                    .filter(i -> exposures[i] > 0)
                    .mapToDouble(i -> counts[i] / exposures[i])
                    .sorted()
                    .toArray();
            double median = rates.length == 0 ? 0 : (rates[(rates.length - 1) / 2] + rates[rates.length / 2]) / 2;
            assertEquals(median, usual[week], "week " + week);
            assertEquals(median, MovingMedian.at(counts, exposures, week), "week " + week + " alone");
        }
    }

    @Test
    void given_nothing_then_nothing_is_usual() {
        assertArrayEquals(new double[0], MovingMedian.of(new double[0], new double[0]));
        assertArrayEquals(new double[3], MovingMedian.of(new double[3], new double[3]));
    }
}
