package dev.leadline.analysis.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.demo.RandomSource;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostLevelTest {

    private static final int WEEKS = 56;

    private static CostLevel level(WeeklyHistory history) {
        return level(history.weeks(RandomSource.seeded(1)));
    }

    private static CostLevel level(Weeks weeks) {
        WeeksAndRest alone = new WeeksAndRest(weeks, weeks.without(weeks));
        return new CostLevel(WeeklyCharts.cost(weeks, new ControlSeries(alone, List::of)));
    }

    private static LocalDate monday(int week) {
        return WeeklyHistory.MONDAY.plusWeeks(week);
    }

    @Test
    void given_a_cost_that_has_doubled_when_any_week_is_left_out_then_it_still_has() {
        CostLevel level = level(WeeklyHistory.stable(WEEKS, 35, 1).level(week -> week < 40 ? 1 : 0.5));

        assertFalse(level.changePoints().isEmpty());
        for (int week = 0; week < WEEKS; week++) {
            List<LocalDate> without = level.changePointsWithout(monday(week));
            assertEquals(1, without.size(), "without week " + week);
            assertTrue(Math.abs(monday(40).toEpochDay() - without.get(0).toEpochDay()) <= 21, "" + without);
        }
    }

    @Test
    void given_a_change_that_the_spend_of_one_week_makes_when_it_is_left_out_then_it_is_as_if_it_had_not_been() {
        int made = 0;
        for (int seed = 0; seed < 200; seed++) {
            Weeks stable = WeeklyHistory.stable(WEEKS, 35, 1).weeks(RandomSource.seeded(seed));
            double[] spend = stable.spend().clone();
            spend[54] *= 15;
            CostLevel level = level(
                    new Weeks(WeeklyHistory.MONDAY, stable.inquiries(), spend, stable.activeDays(), stable.activity()));
            List<LocalDate> without = level(stable).changePointsWithout(monday(54));
            made += without.isEmpty() && !level.changePoints().isEmpty() ? 1 : 0;
            assertEquals(without, level.changePointsWithout(monday(54)), "seed " + seed);
        }
        assertTrue(made > 0, "made " + made);
    }

    @Test
    void given_a_week_that_is_not_judged_when_it_is_left_out_then_nothing_differs() {
        CostLevel level = level(WeeklyHistory.stable(WEEKS, 35, 1).level(week -> week < 40 ? 1 : 0.5));

        assertEquals(level.changePoints(), level.changePointsWithout(monday(-1)));
        assertEquals(level.changePoints(), level.changePointsWithout(monday(WEEKS)));
        CostLevel none = level(WeeklyHistory.stable(0, 35, 1));
        assertEquals(List.of(), none.changePointsWithout(monday(0)));
    }
}
