package dev.leadline.analysis.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.ledger.segment.Filter;
import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.segment.Segmenter;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.ledger.store.LedgerFixture;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Twenty inquiries a day, some of which buy for 100 after five days; the horizon is 30 days. */
class RecentChangesTest {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 2);
    private static final int LAST = 299;

    private static SegmentEstimates estimates(int changeDay, int dealsBefore, int dealsSince, int costFrom) {
        LedgerFixture fixture = new LedgerFixture().campaign("c");
        for (int day = 0; day <= LAST; day++) {
            LocalDate received = DAY.plusDays(day);
            fixture.inquiries("c", received, 20).spend("c", received, "100");
            for (int i = 0; i < (day < changeDay ? dealsBefore : dealsSince) && day + 5 <= LAST; i++) {
                fixture.deal("c", LedgerFixture.Own.NOTHING, day + "-" + i, received, 5, "100", null);
            }
        }
        Ledger ledger = fixture.asOf(DAY.plusDays(LAST));
        SegmentLedger total = Segmenter.total(ledger, Filter.NONE, 0, LAST);
        Window window = new Window(0, LAST, LAST);
        PeerGroup peerGroup = PeerGroup.of(new Terms(30, 0.3, 0, 0, null), total, List.of(), window);
        return SegmentEstimates.of(new SegmentContext(total, peerGroup, window), costFrom, Omission.NONE);
    }

    @Test
    void given_conversion_that_halved_ten_weeks_ago_then_the_next_inquiries_are_taken_to_be_the_recent_ones() {
        SegmentEstimates estimates = estimates(LAST - 70, 2, 1, 0);

        // 2 of 20 before, 1 of 20 since; by days at which a change is looked for, a week or two earlier and later.
        assertEquals(5, estimates.marginPerInquiry(0.9).estimate(), 1.1);
        assertTrue(estimates.probabilityThatConversionFell() > 0.9, "" + estimates.probabilityThatConversionFell());
    }

    /** 229 days at 10 % and 71 at 5 %: 8.8 % of all. */
    @Test
    void given_conversion_that_halved_then_the_rate_of_the_window_is_still_that_of_all_its_inquiries() {
        Estimate rate = estimates(LAST - 70, 2, 1, 0).conversionRate(0.9);

        assertEquals((229 * 0.1 + 71 * 0.05) / 300, rate.estimate(), 0.004);
        assertTrue(rate.low() > 0.07 && rate.high() < 0.105, rate.toString());
    }

    @Test
    void given_conversion_that_has_stayed_then_nothing_passes_for_fallen_and_P_is_of_all_inquiries() {
        SegmentEstimates estimates = estimates(LAST, 2, 2, 0);

        assertEquals(10, estimates.marginPerInquiry(0.9).estimate(), 0.5);
        assertTrue(estimates.probabilityThatConversionFell() < 0.1, "" + estimates.probabilityThatConversionFell());
    }

    @Test
    void given_conversion_that_has_risen_then_it_has_not_fallen() {
        SegmentEstimates estimates = estimates(LAST - 83, 1, 2, 0);

        assertEquals(10, estimates.marginPerInquiry(0.9).estimate(), 1.5);
        assertTrue(estimates.probabilityThatConversionFell() < 0.01, "" + estimates.probabilityThatConversionFell());
    }

    /** Twelve days are too few to tell by themselves. */
    @Test
    void given_a_new_level_of_cost_then_what_was_known_of_the_rate_before_counts_for_less() {
        SegmentEstimates same = estimates(LAST, 2, 2, 0);
        SegmentEstimates cheaper = estimates(LAST, 2, 2, LAST - 12);

        assertTrue(
                width(cheaper.marginPerInquiry(0.9)) > 1.3 * width(same.marginPerInquiry(0.9)),
                cheaper.marginPerInquiry(0.9) + " against " + same.marginPerInquiry(0.9));
    }

    private static double width(Estimate estimate) {
        return estimate.high() - estimate.low();
    }
}
