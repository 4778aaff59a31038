package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NormalInverseGammaTest {

    /** 1.6, squared: one order of a million among hundreds says something of chance, not of the next deal. */
    private static final double LARGEST = 1.6 * 1.6;

    /** Margins of log-sd 3 about e^6. */
    private static final MarginStatistics WILD =
            MarginStatistics.of(Math.exp(3), Math.exp(9), Math.exp(3), Math.exp(9), Math.exp(3), Math.exp(9));

    @Test
    void given_margins_that_vary_beyond_reason_then_the_log_standard_deviation_is_1_6_at_most() {
        NormalInverseGamma narrow = new NormalInverseGamma(6, 4, 0.5, 4);

        assertEquals(LARGEST, new NormalInverseGamma(6, 4, 9, 4).variance(), 1e-12);
        assertEquals(LARGEST, NormalInverseGamma.ofRoot(WILD).variance(), 1e-12);
        assertEquals(
                LARGEST,
                NormalInverseGamma.ofSiblings(List.of(WILD, WILD), ValuePrior.PRIOR_DEALS)
                        .variance(),
                1e-12);
        assertEquals(LARGEST, narrow.updated(WILD).variance(), 1e-12);
    }

    @Test
    void given_margins_that_vary_within_reason_then_the_variance_is_theirs() {
        // Log-sd 1.5 about 6, fifty deals: scatter 50 x 2.25, with the root's one degree of 1.44.
        double[] margins = new double[50];
        for (int i = 0; i < 50; i++) {
            margins[i] = Math.exp(i % 2 == 0 ? 4.5 : 7.5);
        }

        assertEquals(
                (1.44 + 50 * 2.25) / 50,
                NormalInverseGamma.ofRoot(MarginStatistics.of(margins)).variance(),
                1e-9);
    }
}
