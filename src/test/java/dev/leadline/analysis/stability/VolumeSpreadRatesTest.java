package dev.leadline.analysis.stability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.leadline.demo.RandomSource;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/**
 * How often a tidy volume is called volatile, and one that swings fivefold is not: shares of seeded simulated histories, whose truth is
 * known. It prints what docs/methods/stability.md says.
 */
@Execution(CONCURRENT)
class VolumeSpreadRatesTest {

    private static final int HISTORIES = 200;
    private static final double MAXIMUM = 0.2;
    private static final double LEVEL = 0.9;
    /** Each week a third or five thirds of the usual. */
    private static final double LOW = 1.0 / 3;

    private static final double HIGH = 5.0 / 3;

    /** Draws by week the level of a history, relative to its mean. */
    @FunctionalInterface
    private interface Levels {
        double[] draw(RandomSource random, int weeks);
    }

    @Test
    void given_a_tidy_volume_then_it_is_almost_never_volatile_however_few_inquiries_and_weeks_there_are() {
        double sum = 0;
        int cases = 0;
        for (double correlation : new double[] {0, 0.6}) {
            for (double dispersion : new double[] {1, 3}) {
                for (double volume : new double[] {1, 5, 14, 50, 200}) {
                    for (int weeks : new int[] {8, 26, 52, 104}) {
                        double share = share(weeks, volume, dispersion, logNormal(0.25, correlation));
                        print(
                                "tidy, log-sd 0.25, correlation %.1f, dispersion %.0f, %.0f a week, %d weeks: %.3f",
                                correlation, dispersion, volume, weeks, share);
                        assertTrue(share <= 0.05, "share " + share);
                        sum += share;
                        cases++;
                    }
                }
            }
        }
        print("tidy, all: %.4f", sum / cases);
        assertTrue(sum / cases <= 0.01, "all: " + sum / cases);
    }

    @Test
    void given_a_volume_that_swings_fivefold_then_it_is_volatile_after_half_a_year_or_a_year() {
        for (double dispersion : new double[] {1, 3}) {
            for (double volume : new double[] {7, 14, 35}) {
                for (int weeks : new int[] {13, 26, 52, 104}) {
                    double byChance = share(weeks, volume, dispersion, VolumeSpreadRatesTest::fivefold);
                    double byTurns = share(weeks, volume, dispersion, VolumeSpreadRatesTest::alternating);
                    print(
                            "fivefold, dispersion %.0f, %.0f a week, %d weeks: by chance %.2f, by turns %.2f, log-normal %.2f",
                            dispersion,
                            volume,
                            weeks,
                            byChance,
                            byTurns,
                            share(weeks, volume, dispersion, logNormal(Math.log(5) / 2, 0)));
                    assertTrue(
                            volume < 35 || weeks < 52 || Math.min(byChance, byTurns) >= 0.9, byChance + " " + byTurns);
                    assertTrue(
                            volume < 35 || weeks < 26 || Math.min(byChance, byTurns) >= 0.8, byChance + " " + byTurns);
                }
            }
        }
    }

    @Test
    void given_a_new_level_twice_or_half_as_high_then_it_is_not_volatile() {
        for (double factor : new double[] {0.5, 2}) {
            for (int age : new int[] {4, 8, 12, 16, 30}) {
                double share = share(78, 35, 2, (random, weeks) -> {
                    double[] levels = logNormal(0.15, 0).draw(random, weeks);
                    for (int week = weeks - age; week < weeks; week++) {
                        levels[week] *= factor;
                    }
                    return levels;
                });
                print("level times %.1f since %d weeks: %.3f", factor, age, share);
                assertTrue(share <= 0.05, factor + " " + age + ": " + share);
            }
        }
    }

    @Test
    void
            given_a_volume_that_follows_a_budget_that_swings_then_it_can_be_foreseen_and_one_that_swings_by_itself_cannot() {
        double follows = budgeted(1, false);
        double partly = budgeted(0.6, false);
        double ignores = budgeted(0, false);
        double byItself = budgeted(0, true);
        print(
                "fivefold budget: volume follows %.3f, by the power 0.6 %.3f, not at all %.3f; swings by itself %.3f",
                follows, partly, ignores, byItself);
        assertTrue(Math.max(follows, Math.max(partly, ignores)) <= 0.03);
        assertTrue(byItself >= 0.9);
    }

    /** Share volatile where spend swings fivefold by chance, and inquiries follow it by a power. */
    private static double budgeted(double power, boolean swings) {
        return share(random -> {
            double[] spend = fivefold(random, 52);
            double[] own = swings ? fivefold(random, 52) : logNormal(0.15, 0).draw(random, 52);
            return WeeklyHistory.stable(52, 35, 2)
                    .spend(week -> spend[week])
                    .level(week -> own[week] * Math.pow(spend[week], power - 1))
                    .alone(random);
        });
    }

    @Test
    void given_a_calm_volume_that_begins_to_swing_fivefold_then_it_is_found_only_as_the_calm_weeks_become_fewer() {
        for (double volume : new double[] {14, 35, 100}) {
            for (int since : new int[] {8, 13, 26, 52, 104}) {
                double share = share(52 + since, volume, 2, (random, weeks) -> {
                    double[] levels = fivefold(random, weeks);
                    Arrays.fill(levels, 0, 52, 1);
                    return levels;
                });
                print("begins to swing at %.0f a week, %d weeks ago: %.2f", volume, since, share);
                assertTrue(volume < 35 || since < 104 || share >= 0.9, volume + " " + since + ": " + share);
            }
        }
    }

    @Test
    void given_one_week_ten_times_as_large_then_it_does_not_decide() {
        double share = share(52, 35, 2, (random, weeks) -> {
            double[] levels = logNormal(0.15, 0).draw(random, weeks);
            levels[30] = 10;
            return levels;
        });

        assertTrue(share <= 0.01, "" + share);
    }

    @Test
    void given_fewer_than_eight_weeks_or_no_inquiry_then_it_is_not_judged_and_the_note_says_why() {
        VolumeSpread seven = alternating(7, 35);
        VolumeSpread none = alternating(40, 0);

        assertEquals(Predictability.INSUFFICIENT, seven.verdict());
        assertEquals(7, seven.weeks());
        assertNull(seven.spread().estimate());
        assertNull(seven.probabilityAbove());
        assertEquals(
                "Complete weeks with activity: 7; 8 are needed.", seven.spread().note());
        assertEquals(Predictability.INSUFFICIENT, none.verdict());
        assertEquals("No inquiry came in these weeks.", none.spread().note());
        assertNotNull(alternating(8, 35).spread().estimate());
    }

    @Test
    void given_another_maximum_then_the_verdict_is_by_that_and_the_note_says_where_it_is_not_sure() {
        WeeklySpread spread = WeeklyHistory.stable(52, 100, 1)
                .level(week -> week % 2 == 0 ? LOW : HIGH)
                .alone(RandomSource.seeded(8))
                .spread();

        assertEquals(Predictability.VOLATILE, spread.judge(0.2, LEVEL).verdict());
        assertNull(spread.judge(0.2, LEVEL).spread().note());
        assertEquals(Predictability.FORESEEABLE, spread.judge(0.6, LEVEL).verdict());
        assertNull(spread.judge(0.6, LEVEL).spread().note());
        VolumeSpread near = spread.judge(spread.median(), LEVEL);
        assertEquals(Predictability.FORESEEABLE, near.verdict());
        assertTrue(near.spread().note().startsWith("It may be above the maximum"), near.toString());
        assertTrue(spread.isVolatile(0.2));
        assertFalse(spread.isVolatile(2));
    }

    private static VolumeSpread alternating(int weeks, double volume) {
        return WeeklyHistory.stable(weeks, volume, 1)
                .level(week -> week % 2 == 0 ? LOW : HIGH)
                .alone(RandomSource.seeded(7))
                .spread()
                .judge(MAXIMUM, LEVEL);
    }

    private static double[] fivefold(RandomSource random, int weeks) {
        double[] levels = new double[weeks];
        for (int week = 0; week < weeks; week++) {
            levels[week] = random.chance(0.5) ? LOW : HIGH;
        }
        return levels;
    }

    private static double[] alternating(RandomSource random, int weeks) {
        double[] levels = new double[weeks];
        for (int week = 0; week < weeks; week++) {
            levels[week] = week % 2 == 0 ? LOW : HIGH;
        }
        return levels;
    }

    /** @param correlation of the logarithms of neighbours */
    private static Levels logNormal(double logDeviation, double correlation) {
        return (random, weeks) -> {
            double[] levels = new double[weeks];
            double state = random.normal();
            for (int week = 0; week < weeks; week++) {
                levels[week] = Math.exp(logDeviation * state - logDeviation * logDeviation / 2);
                state = correlation * state + Math.sqrt(1 - correlation * correlation) * random.normal();
            }
            return levels;
        };
    }

    private static double share(int weeks, double volume, double dispersion, Levels levels) {
        return share(random -> {
            double[] drawn = levels.draw(random, weeks);
            return WeeklyHistory.stable(weeks, volume, dispersion)
                    .level(week -> drawn[week])
                    .alone(random);
        });
    }

    @FunctionalInterface
    private interface Drawn {
        WeeklyHistory.Segment of(RandomSource random);
    }

    /** Share of histories judged VOLATILE. */
    private static double share(Drawn drawn) {
        RandomSource random = RandomSource.seeded(20_261_201);
        int found = 0;
        for (int i = 0; i < HISTORIES; i++) {
            found += drawn.of(random).spread().isVolatile(MAXIMUM) ? 1 : 0;
        }
        return (double) found / HISTORIES;
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
