package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GaussHermiteTest {

    /** 1, 0, 1, 0, 3, 0, 15, 0, 105: the product of the odd numbers below an even power. */
    @ParameterizedTest
    @EnumSource(GaussHermite.class)
    void given_powers_of_a_score_then_their_means_are_the_moments_of_the_normal(GaussHermite nodes) {
        double moment = 1;
        for (int power = 0; power < 2 * nodes.size(); power++) {
            double mean = 0;
            for (int i = 0; i < nodes.size(); i++) {
                mean += nodes.weight(i) * Math.pow(nodes.score(i), power);
            }
            moment *= power > 0 && power % 2 == 0 ? power - 1 : 1;
            assertEquals(power % 2 == 0 ? moment : 0, mean, 1e-9 * moment, nodes + " at power " + power);
        }
    }
}
