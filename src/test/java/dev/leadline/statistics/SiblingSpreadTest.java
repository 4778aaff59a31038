package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Against R 4.2.2: the same posterior of the spread written anew (the restricted likelihood with its ln(precision), a log-normal prior
 * about 0.4, from 0.05 to 2.5) and integrated by integrate, rel.tol 1e-10. Tolerance: 0.01 of a standard deviation for the mean, 1 % of
 * the variance, for the sum over a few steps instead of the integral.
 */
class SiblingSpreadTest {

    @ParameterizedTest
    @CsvSource({
        "3 5 40, 5.2 6.1 6.9, 0.64, 6.2130801618, 0.4870659505",
        "1 1, 5 6, 1.44, 5.5, 1.058706162",
        "8 2 20 60 3 12, 6.0 6.4 5.9 6.1 5.2 6.3, 0.5, 6.01682198870, 0.09084976069",
        "10 10 10 10, 5 5.6 6.2 7, 0.3, 5.95, 0.6346640022",
    })
    void given_siblings_then_centre_and_spread_are_those_of_the_reference(
            String deals, String means, double within, double mean, double variance) {
        double[] n = numbers(deals);
        double[] m = numbers(means);
        MarginStatistics[] siblings = new MarginStatistics[n.length];
        for (int s = 0; s < n.length; s++) {
            siblings[s] = new MarginStatistics(new PowerSums(n[s], 0, 0, 0), n[s] * m[s], n[s] * m[s] * m[s], 0, 0);
        }

        SiblingSpread spread = SiblingSpread.of(List.of(siblings), within);

        assertEquals(mean, spread.mean(), 0.01 * Math.sqrt(variance));
        assertEquals(variance, spread.variance(), 0.01 * variance);
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
