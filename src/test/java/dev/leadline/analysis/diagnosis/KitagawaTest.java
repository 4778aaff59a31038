package dev.leadline.analysis.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class KitagawaTest {

    @RepeatedTest(20)
    void given_any_two_mixes_and_rates_then_both_effects_sum_to_the_difference(RepetitionInfo info) {
        SplittableRandom random = new SplittableRandom(info.getCurrentRepetition());
        int parts = random.nextInt(1, 9);
        double[] own = shares(random, parts);
        double[] peers = shares(random, parts);
        double[] ownRates = random.doubles(parts, 0.001, 0.5).toArray();
        double[] peersRates = random.doubles(parts, 0.001, 0.5).toArray();

        Kitagawa parted = Kitagawa.of(own, ownRates, peers, peersRates);

        assertEquals(parted.own() - parted.peers(), parted.mix() + parted.rate(), 1e-15);
        assertEquals(
                Math.log(parted.own() / parted.peers()),
                (parted.mix() + parted.rate()) / parted.logarithmicMean(),
                1e-12);
    }

    @Test
    void given_the_same_rates_then_all_is_mix() {
        double[] rates = {0.08, 0.02};
        Kitagawa parted = Kitagawa.of(new double[] {0.1, 0.9}, rates, new double[] {0.5, 0.5}, rates);

        assertEquals(0.026 - 0.05, parted.mix(), 1e-15);
        assertEquals(0, parted.rate(), 1e-15);
    }

    @Test
    void given_the_same_mix_then_all_is_rate() {
        double[] mix = {0.1, 0.9};
        Kitagawa parted = Kitagawa.of(mix, new double[] {0.04, 0.01}, mix, new double[] {0.08, 0.02});

        assertEquals(0, parted.mix(), 1e-15);
        assertEquals(-Math.log(2), parted.rate() / parted.logarithmicMean(), 1e-12);
    }

    @Test
    void given_no_difference_then_the_scale_is_the_total_itself() {
        double[] mix = {0.5, 0.5};
        double[] rates = {0.08, 0.02};

        assertEquals(0.05, Kitagawa.of(mix, rates, mix, rates).logarithmicMean(), 1e-15);
    }

    private static double[] shares(SplittableRandom random, int parts) {
        double[] shares = random.doubles(parts).toArray();
        double sum = DoubleStream.of(shares).sum();
        return DoubleStream.of(shares).map(share -> share / sum).toArray();
    }
}
