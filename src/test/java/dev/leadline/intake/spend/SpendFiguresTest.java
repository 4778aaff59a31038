package dev.leadline.intake.spend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.leadline.platform.problem.FieldError;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Spend has no hash: it is the same again where its figures are. */
class SpendFiguresTest {

    private final SpendFigures stored = figures("184.3500", 5200L, null);

    @Test
    void givenTheSameAmountAndCounts_thenTheyAreEqual() {
        assertEquals(stored, figures("184.35", 5200L, null));
        assertEquals(figures("0.0000", null, null), figures("0", null, null));
        assertEquals(figures("1E+3", null, null), figures("1000.00", null, null));
    }

    @Test
    void givenAnotherAmountOrCount_thenTheyAreNot() {
        assertNotEquals(stored, figures("184.36", 5200L, null));
        assertNotEquals(stored, figures("184.35", 5201L, null));
        assertNotEquals(stored, figures("184.35", 5200L, 0L));
        assertNotEquals(stored, figures("184.35", null, null), "a count that is no longer stated is removed");
    }

    @Test
    void givenTwoRows_whenAdded_thenAmountsAreExactAndACountThatOneDoesNotTellIsTheOthers() {
        assertEquals(figures("0.3", 7L, 2L), figures("0.1", 3L, null).plus(figures("0.2", 4L, 2L)));
        assertEquals(figures("184.35", 5200L, null), stored.plus(figures("0", null, null)));
    }

    @Test
    void givenASumBeyondWhatAFieldMayBe_thenTheFieldIsNamed() {
        SpendFigures most = figures("1000000000000", 1_000_000_000_000L, 1_000_000_000_000L);
        assertEquals(List.of(), most.faults());
        assertEquals(List.of("/amount"), pointers(most.plus(figures("0.0001", null, null))));
        assertEquals(List.of("/impressions", "/clicks"), pointers(most.plus(figures("0", 1L, 1L))));
    }

    private static List<String> pointers(SpendFigures figures) {
        return figures.faults().stream().map(FieldError::pointer).toList();
    }

    private static SpendFigures figures(String amount, Long impressions, Long clicks) {
        return new SpendFigures(new BigDecimal(amount), impressions, clicks);
    }
}
