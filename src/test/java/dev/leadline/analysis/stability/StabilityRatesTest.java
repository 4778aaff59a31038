package dev.leadline.analysis.stability;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.leadline.demo.RandomSource;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/**
 * How often a stable history is called unstable, and how soon one that is not: shares of seeded simulated histories, whose
 * truth is known. It prints what docs/methods/stability.md says.
 */
@Execution(CONCURRENT)
class StabilityRatesTest {

    private static final int HISTORIES = 400;
    private static final int CYCLE = 6;
    /** The standard error of a share of 400 is at most 0.025; of one about 0.05 it is 0.011. */
    private static final double CHANCE = 0.025;

    @Test
    void given_stable_histories_then_few_are_unstable_whatever_their_volume_and_dispersion() {
        double sum = 0;
        int cases = 0;
        for (int cycle : new int[] {4, 8, 12}) {
            for (double volume : new double[] {1, 7, 50, 350}) {
                for (double dispersion = 1; dispersion <= Math.min(5, volume); dispersion += 2) {
                    WeeklyHistory stable = WeeklyHistory.stable(60, volume, dispersion);
                    double ofVolume = share(stable, segment -> segment.volume(cycle));
                    double ofCost = share(swinging(stable), segment -> segment.cost(cycle));
                    print(
                            "stable, cycle %d, %.0f a week, dispersion %.0f: volume %.3f, cost %.3f",
                            cycle, volume, dispersion, ofVolume, ofCost);
                    assertTrue(Math.max(ofVolume, ofCost) <= 0.05 + CHANCE, ofVolume + " " + ofCost);
                    sum += ofVolume + ofCost;
                    cases += 2;
                }
            }
        }
        print("stable, all: %.3f", sum / cases);
        assertTrue(sum / cases <= 0.03, "all: " + sum / cases);
    }

    @Test
    void given_a_fall_then_it_is_seen_the_sooner_the_larger_it_is_and_the_more_inquiries_there_are() {
        for (double volume : new double[] {7, 14, 50}) {
            for (double fall : new double[] {0.2, 0.3, 0.5}) {
                print(
                        "fall by %.1f at %.0f a week: after 4 weeks %.2f, 8 weeks %.2f, 12 weeks %.2f",
                        fall, volume, fallen(volume, fall, 4), fallen(volume, fall, 8), fallen(volume, fall, 12));
            }
        }
        assertTrue(fallen(7, 0.5, 8) >= 0.65);
        assertTrue(fallen(14, 0.5, 8) >= 0.9);
        assertTrue(fallen(50, 0.3, 8) >= 0.9);
        assertTrue(fallen(50, 0.5, 3) >= 0.95);
    }

    private static double fallen(double volume, double fall, int weeks) {
        WeeklyHistory fallen = WeeklyHistory.stable(52 + weeks, volume, 1).level(week -> week < 52 ? 1 : 1 - fall);
        return share(fallen, segment -> segment.volume(CYCLE));
    }

    @Test
    void given_a_cost_that_climbs_over_half_a_year_then_it_is_seen_before_it_ends_and_for_two_cycles_after() {
        for (double dispersion : new double[] {1, 2}) {
            for (double factor : new double[] {1.6, 2}) {
                for (double volume : new double[] {14, 35, 50}) {
                    print(
                            "cost times %.1f over 26 weeks, %.0f a week, dispersion %.0f:"
                                    + " after 20 weeks %.2f, 26 %.2f, 30 %.2f, 36 %.2f",
                            factor,
                            volume,
                            dispersion,
                            climbed(volume, dispersion, factor, 20),
                            climbed(volume, dispersion, factor, 26),
                            climbed(volume, dispersion, factor, 30),
                            climbed(volume, dispersion, factor, 36));
                }
            }
        }
        for (int weeks : new int[] {26, 30, 36}) {
            assertTrue(climbed(35, 2, 2, weeks) >= 0.8, "times 2, dispersion 2, after " + weeks);
            assertTrue(climbed(50, 1, 1.6, weeks) >= 0.8, "times 1.6, after " + weeks);
        }
    }

    /** Share unstable so many weeks after the climb began; it ends after 26. */
    private static double climbed(double volume, double dispersion, double factor, int weeks) {
        IntToDoubleFunction climb = week -> Math.pow(factor, -Math.min(1, Math.max(0, (week - 44) / 26.0)));
        return share(WeeklyHistory.stable(44 + weeks, volume, dispersion).level(climb), s -> s.cost(CYCLE));
    }

    @Test
    void given_a_large_step_of_the_cost_then_it_is_open_for_two_cycles_and_rarely_longer() {
        double soon = stepped(6);
        double late = stepped(20);
        print("cost doubled at 50 a week: after 6 weeks %.2f, after 20 weeks %.2f", soon, late);
        assertTrue(soon >= 0.95, "after 6 weeks: " + soon);
        assertTrue(late <= 0.1, "after 20 weeks: " + late);
        print(
                "cost up by 0.43 at 50 a week, dispersion 2: after 20 weeks %.2f, after 32 weeks %.2f",
                share(WeeklyHistory.stable(72, 50, 2).level(week -> week < 52 ? 1 : 0.7), s -> s.cost(4)),
                share(WeeklyHistory.stable(84, 50, 2).level(week -> week < 52 ? 1 : 0.7), s -> s.cost(4)));
    }

    private static double stepped(int weeks) {
        return share(WeeklyHistory.stable(52 + weeks, 50, 1).level(week -> week < 52 ? 1 : 0.5), s -> s.cost(4));
    }

    @Test
    void given_spend_and_inquiries_half_as_many_again_then_no_more_are_unstable_than_of_the_stable() {
        WeeklyHistory stable = WeeklyHistory.stable(60, 35, 2);
        WeeklyHistory grown = stable.spend(week -> week < 52 ? 1 : 1.5);
        double volume = share(grown, segment -> segment.volume(CYCLE));
        double cost = share(grown, segment -> segment.cost(CYCLE));

        print("spend and volume times 1.5: volume %.3f, cost %.3f", volume, cost);
        assertTrue(volume <= 0.05 + CHANCE && cost <= 0.05 + CHANCE, volume + " " + cost);
    }

    /** No stable history: the week by week decline is paid for, but chance on top of it now and then is not told from a fall. */
    @Test
    void given_spend_and_inquiries_that_shrink_slowly_together_then_few_are_unstable() {
        WeeklyHistory shrinking = WeeklyHistory.stable(70, 50, 2).spend(week -> Math.pow(0.5, week / 35.0));
        double volume = share(shrinking, segment -> segment.volume(CYCLE));

        print("spend and volume shrink together: volume %.3f", volume);
        assertTrue(volume <= 0.1, "volume " + volume);
    }

    @Test
    void given_a_pause_then_no_more_are_unstable_than_of_the_stable() {
        WeeklyHistory paused = WeeklyHistory.stable(60, 35, 2).spend(week -> week >= 48 && week < 54 ? 0 : 1);
        double volume = share(paused, segment -> segment.volume(CYCLE));
        double cost = share(paused, segment -> segment.cost(CYCLE));

        print("paused for six weeks: volume %.3f, cost %.3f", volume, cost);
        assertTrue(volume <= 0.05 + CHANCE && cost <= 0.05 + CHANCE, volume + " " + cost);
    }

    @Test
    void given_a_week_with_hardly_an_inquiry_at_the_usual_spend_then_it_is_seen() {
        WeeklyHistory spike = WeeklyHistory.stable(60, 35, 1).level(week -> week == 57 ? 0.2 : 1);

        assertTrue(share(spike, segment -> segment.volume(CYCLE)) >= 0.95);
        assertTrue(share(spike, segment -> segment.cost(CYCLE)) >= 0.95);
    }

    @Test
    void given_a_fall_that_all_campaigns_share_then_a_holiday_is_excused_and_what_lasts_is_not() {
        double[] soon = sharedFall(37, week -> week == 34 || week == 35 ? 0.2 : 1);
        double[] later = sharedFall(42, week -> week == 34 || week == 35 ? 0.2 : 1);
        double[] half = sharedFall(37, week -> week == 34 || week == 35 ? 0.5 : 1);
        double[] fourWeeks = sharedFall(38, week -> week < 34 ? 1 : 0.5);
        double[] sixWeeks = sharedFall(40, week -> week < 34 ? 1 : 0.5);
        print(
                "holiday of two weeks at 0.2: segment %.3f, total %.3f; six weeks on %.3f, %.3f",
                soon[0], soon[1], later[0], later[1]);
        print("holiday of two weeks at 0.5: segment %.3f, total %.3f", half[0], half[1]);
        print(
                "lasting fall to a half after four weeks: segment %.3f, total %.3f; after six %.3f, %.3f",
                fourWeeks[0], fourWeeks[1], sixWeeks[0], sixWeeks[1]);
        assertTrue(Math.max(Math.max(soon[0], soon[1]), Math.max(later[0], later[1])) <= 0.1);
        assertTrue(fourWeeks[1] >= 0.9 && sixWeeks[0] >= 0.9);
    }

    /** Shares unstable of one of four campaigns and of their total, judged after so many weeks. */
    private static double[] sharedFall(int weeks, IntToDoubleFunction level) {
        RandomSource random = RandomSource.seeded(20_261_122);
        double[] unstable = new double[2];
        for (int i = 0; i < HISTORIES; i++) {
            List<Weeks> campaigns = DoubleStream.of(14, 20, 35, 50)
                    .mapToObj(volume ->
                            WeeklyHistory.stable(weeks, volume, 2).level(level).weeks(random))
                    .toList();
            Weeks all = WeeklyHistory.sum(campaigns);
            List<WeeksAndRest> parts = campaigns.stream()
                    .map(own -> new WeeksAndRest(own, all.without(own)))
                    .toList();
            ControlSeries rest = new ControlSeries(parts.get(2), List::of);
            ControlSeries none = new ControlSeries(new WeeksAndRest(all, all.without(all)), () -> parts);
            unstable[0] +=
                    WeeklyCharts.volume(campaigns.get(2), rest).assess(CYCLE).isAdverse() ? 1 : 0;
            unstable[1] += WeeklyCharts.volume(all, none).assess(CYCLE).isAdverse() ? 1 : 0;
        }
        return new double[] {unstable[0] / HISTORIES, unstable[1] / HISTORIES};
    }

    /** The same inquiries for the money, with spend that swings from week to week. */
    private static WeeklyHistory swinging(WeeklyHistory history) {
        return history.spend(week -> 1 + 0.3 * Math.sin(2.4 * week));
    }

    @FunctionalInterface
    private interface Judge {
        Assessment of(WeeklyHistory.Segment segment);
    }

    /** Share of histories judged UNSTABLE. */
    private static double share(WeeklyHistory history, Judge judge) {
        RandomSource random = RandomSource.seeded(20_261_121);
        int unstable = 0;
        for (int i = 0; i < HISTORIES; i++) {
            unstable += judge.of(history.alone(random)).isAdverse() ? 1 : 0;
        }
        return (double) unstable / HISTORIES;
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
