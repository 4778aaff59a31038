package dev.leadline.analysis.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How figures are rounded: to six digits, and money to its unit at least. */
class EstimateTest {

    @ParameterizedTest
    @CsvSource({
        "8333333333.333333, 8333333333.33",
        "-8333333333.333333, -8333333333.33",
        "1000000000000, 1000000000000",
        "123456.789, 123456.79",
        "12345.678, 12345.68",
        "1234.5678, 1234.57",
        "125.75432, 125.754",
        "0.05234567, 0.0523457",
        "0.000001234567, 0.00000123457",
        "0, 0"
    })
    void given_a_figure_then_it_keeps_six_digits_and_two_decimals_at_least(double value, double rounded) {
        assertEquals(rounded, Estimate.rounded(value));
    }

    @Test
    void given_no_finite_number_then_there_is_none() {
        assertNull(Estimate.rounded(Double.NaN));
        assertNull(Estimate.rounded(Double.POSITIVE_INFINITY));
    }
}
