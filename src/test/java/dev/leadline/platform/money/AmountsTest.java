package dev.leadline.platform.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts to four decimals: what platforms that reckon in binary, or in millionths, make of money. */
class AmountsTest {

    @ParameterizedTest
    @CsvSource({
        "12.5, 12.5, false",
        "12.5000000, 12.5, false",
        "12.3456, 12.3456, false",
        "1.4299999475479126, 1.43, true",
        "53.230001449584961, 53.23, true",
        "0.00005, 0, true",
        "0.00015, 0.0002, true",
        "0.00025, 0.0002, true",
        "0.000250000001, 0.0003, true",
        "-0.00005, 0, true",
        "-0.00015, -0.0002, true",
        "-5.551115123125783e-17, 0, true",
        "5e-1000, 0, true",
        "1234567e-6, 1.2346, true",
        "999999999999.99995, 1E+12, true",
        "1000000000000.00005, 1E+12, true",
        "0.00000, 0, false",
        "100, 1E+2, false"
    })
    void givenAnAmount_thenItIsRoundedHalfEvenAndSaysWhetherDecimalsWereLost(
            BigDecimal amount, BigDecimal normalised, boolean rounded) {
        assertEquals(normalised, Amounts.normalised(amount));
        assertEquals(rounded, Amounts.isRounded(amount));
    }

    @Test
    void givenNoAmount_thenThereIsNoneAndNothingIsLost() {
        assertNull(Amounts.normalised(null));
        assertFalse(Amounts.isRounded(null));
    }
}
