package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.demo.RandomSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CureModelAverageTest {

    private static final Map<DelayFamily, Integer> PARAMETERS = Map.of(
            DelayFamily.EXPONENTIAL, 2,
            DelayFamily.WEIBULL, 3,
            DelayFamily.LOG_NORMAL, 3,
            DelayFamily.LOG_LOGISTIC, 3,
            DelayFamily.GENERALISED_GAMMA, 4);

    /** The Weibull of shape 1: exponential delays of 20 days on average. */
    private static final LagCounts EXPONENTIAL =
            LagCounts.of(new Market(0.1, 1, 20, 20, 150, 0).draw(RandomSource.seeded(83)));

    private static CureModelAverage exponential() {
        return CureModelAverage.of(EXPONENTIAL, 180, 0.1);
    }

    @Test
    void given_fits_then_each_weight_is_the_likelihood_less_one_in_the_log_for_each_parameter() {
        CureModelAverage families = exponential();
        Map<DelayFamily, CureProfileLikelihood> profiles = CureModelAverage.profiles(EXPONENTIAL, 180, 0.1);
        double[] heights = new double[DelayFamily.values().length];
        double sum = 0;
        for (DelayFamily family : families.weights().keySet()) {
            double akaike = profiles.get(family).top().logLikelihood() - PARAMETERS.get(family);
            double first = profiles.get(DelayFamily.EXPONENTIAL).top().logLikelihood() - 2;
            heights[family.ordinal()] = Math.exp(akaike - first);
            sum += heights[family.ordinal()];
        }

        assertTrue(families.weights().size() >= 3, families.weights().toString());
        for (Map.Entry<DelayFamily, Double> weight : families.weights().entrySet()) {
            assertEquals(
                    heights[weight.getKey().ordinal()] / sum,
                    weight.getValue(),
                    1e-9,
                    weight.getKey().toString());
        }
    }

    @Test
    void given_exponential_delays_then_the_family_of_fewest_parameters_weighs_most() {
        CureModelAverage families = exponential();
        double exponential = families.weights().get(DelayFamily.EXPONENTIAL);

        families.weights()
                .forEach((family, weight) ->
                        assertTrue(weight <= exponential, families.weights().toString()));
    }
}
