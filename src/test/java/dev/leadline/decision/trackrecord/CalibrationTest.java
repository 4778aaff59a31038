package dev.leadline.decision.trackrecord;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.Segment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTest {

    private static final LocalDate SUNDAY = LocalDate.of(2026, 1, 4);

    private static Segment product(String name) {
        return new Segment(Map.of(Dimension.PRODUCT, name), null);
    }

    private static Calibration of(double[] probabilities, int... met) {
        return new Calibration(IntStream.range(0, met.length)
                .mapToObj(i -> new Calibration.Case(product("A"), SUNDAY.plusWeeks(i), probabilities[i], met[i] == 1))
                .toList());
    }

    /**
     * By Python 3:
     * <pre>{@code
     * from math import log
     * p, y = [.97, .9, .8, .65, .5, .3, .12, .05, .001, .93], [1, 1, 0, 1, 1, 0, 0, 1, 0, 1]
     * n = len(p); m = sum(y) / n
     * print(m, sum(p) / n)
     * print(sum((a - b) ** 2 for a, b in zip(p, y)) / n, sum((m - b) ** 2 for b in y) / n)
     * print(-sum(log(a if b else 1 - a) for a, b in zip(p, y)) / n, -sum(log(m if b else 1 - m) for b in y) / n)
     * }</pre>
     */
    @Test
    void given_probabilities_and_what_came_true_then_the_scores_are_pythons() {
        Calibration calibration =
                of(new double[] {.97, .9, .8, .65, .5, .3, .12, .05, .001, .93}, 1, 1, 0, 1, 1, 0, 0, 1, 0, 1);

        assertEquals(0.6, calibration.share(), 1e-12);
        assertEquals(0.5221, calibration.meanProbability(), 1e-12);
        assertEquals(0.20352010000000004, calibration.brierScore(), 1e-12);
        assertEquals(0.24, calibration.brierScoreOfConstant(), 1e-12);
        assertEquals(0.6422999514400063, calibration.logScore(), 1e-12);
        assertEquals(0.6730116670092564, calibration.logScoreOfConstant(), 1e-12);
    }

    @Test
    void given_that_all_came_true_then_always_saying_so_is_perfect() {
        Calibration calibration = of(new double[] {.9, .8}, 1, 1);

        assertEquals(0, calibration.brierScoreOfConstant());
        assertEquals(0, calibration.logScoreOfConstant());
    }

    /** By hand: two weeks apart by one of w share 1 - 1/w of their inquiries, so the sum of the pairs is 2 + 2 (1 - 1/w). */
    @ParameterizedTest
    @CsvSource({"1, 1, 8, 1", "2, 1, 8, 1.0666666666666667", "2, 1, 1, 2", "2, 3, 2, 4.0", "9, 1, 8, 1.588235294117647"
    })
    void given_outcomes_that_share_inquiries_then_they_count_for_fewer(
            int weeks, int segments, int outcomeWeeks, double effective) {
        List<Calibration.Case> cases = new ArrayList<>();
        for (int s = 0; s < segments; s++) {
            for (int week = 0; week < weeks; week++) {
                cases.add(new Calibration.Case(product("" + s), SUNDAY.plusWeeks(week), 0.5, true));
            }
        }

        assertEquals(effective, new Calibration(cases).effectiveNumber(outcomeWeeks), 1e-12);
        assertEquals(segments, new Calibration(cases).segments());
    }

    @Test
    void given_weeks_left_out_between_then_outcomes_that_do_not_overlap_are_independent() {
        List<Calibration.Case> cases = IntStream.range(0, 5)
                .mapToObj(i -> new Calibration.Case(product("A"), SUNDAY.plusWeeks(8L * i), 0.5, i % 2 == 0))
                .toList();

        assertEquals(5, new Calibration(cases).effectiveNumber(8), 1e-12);
    }
}
