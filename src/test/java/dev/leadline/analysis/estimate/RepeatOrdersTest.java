package dev.leadline.analysis.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadline.ledger.Filter;
import dev.leadline.ledger.Ledger;
import dev.leadline.ledger.LedgerFixture;
import dev.leadline.ledger.SegmentLedger;
import dev.leadline.ledger.Segmentation;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RepeatOrdersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final int CARRIED = 60;

    /** Ten inquiries each day, one of which buys for 100 on its day and, if asked, again for 50 after 40 days. */
    private static LedgerFixture history(int days, int firstRepeating) {
        LedgerFixture fixture = new LedgerFixture().campaign("c");
        for (int day = 0; day < days; day++) {
            LocalDate received = DAY.plusDays(day);
            String inquiry = "inquiry of day " + day;
            fixture.inquiries("c", received, 10);
            fixture.deal("c", LedgerFixture.Own.NOTHING, inquiry, received, 0, "100", null);
            if (day >= firstRepeating) {
                fixture.deal("c", LedgerFixture.Own.NOTHING, inquiry, received, 40, "50", null);
            }
        }
        return fixture;
    }

    private static RepeatOrders of(LedgerFixture fixture, int asOf, int trackedFrom) {
        Ledger ledger = fixture.asOf(DAY.plusDays(asOf));
        SegmentLedger everything = Segmentation.total(ledger, Filter.NONE, 0, asOf);
        return RepeatOrders.of(everything, ledger.index(DAY.plusDays(asOf)), trackedFrom, CARRIED);
    }

    @Test
    void given_cohorts_too_young_to_have_bought_again_then_they_do_not_lower_the_ratio() {
        RepeatOrders repeats = of(history(200, 0), 199, 0);

        assertEquals(1.5, repeats.ratio(), 1e-9);
        assertEquals(0, repeats.timing().at(39), 1e-12);
        assertEquals(0.1, repeats.timing().at(40), 1e-12);
    }

    @Test
    void given_deal_records_that_began_late_then_only_cohorts_wholly_on_record_count() {
        assertEquals(1.5, of(history(200, 80), 199, 80).ratio(), 1e-9);
    }

    @Test
    void given_no_deal_then_the_ratio_is_one() {
        assertEquals(
                1,
                of(new LedgerFixture().campaign("c").inquiries("c", DAY, 10), 5, 0)
                        .ratio());
    }
}
