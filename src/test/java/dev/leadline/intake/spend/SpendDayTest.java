package dev.leadline.intake.spend;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Spend has no hash: it is the same again where everything beside its key is. */
class SpendDayTest {

    private static final UUID CAMPAIGN = new UUID(0, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final SpendDay stored =
            new SpendDay(CAMPAIGN, DAY, new BigDecimal("184.3500"), 5200L, null, "Jiangsu", null, null, Instant.EPOCH);

    @Test
    void givenTheSameAmountAndCounts_thenItSaysTheSame() {
        assertTrue(stored.says(request("184.35", 5200L, null)));
    }

    @Test
    void givenAnotherAmountOrCount_thenItSaysSomethingElse() {
        assertFalse(stored.says(request("184.36", 5200L, null)));
        assertFalse(stored.says(request("184.35", 5201L, null)));
        assertFalse(stored.says(request("184.35", 5200L, 0L)));
        assertFalse(stored.says(request("184.35", null, null)), "a count that is no longer stated is removed");
    }

    private static SpendRequest request(String amount, Long impressions, Long clicks) {
        return new SpendRequest(
                CAMPAIGN, null, DAY, new BigDecimal(amount), impressions, clicks, "Jiangsu", null, null);
    }
}
