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

class CancellationsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final int LAST = 199;

    /** Ten inquiries each day, two of which buy at once for 100; every fifth deal is cancelled 30 days later. */
    private static Ledger history(boolean cancelling) {
        LedgerFixture fixture = new LedgerFixture().campaign("c");
        for (int day = 0; day <= LAST; day++) {
            LocalDate received = DAY.plusDays(day);
            fixture.inquiries("c", received, 10).spend("c", received, "100");
            for (int i = 0; i < 2; i++) {
                boolean cancelled = cancelling && (2 * day + i) % 5 == 0 && day + 30 <= LAST;
                fixture.deal(
                        "c",
                        LedgerFixture.Own.NOTHING,
                        day + "-" + i,
                        received,
                        0,
                        "100",
                        cancelled ? received.plusDays(30) : null);
            }
        }
        return fixture.asOf(DAY.plusDays(LAST));
    }

    private static SegmentLedger total(Ledger ledger) {
        return Segmenter.total(ledger, Filter.NONE, 0, LAST);
    }

    private static Estimate roi(Ledger ledger) {
        Window window = new Window(0, LAST, LAST);
        PeerGroup peerGroup = PeerGroup.of(new Terms(10, 0.3, 0, 0, null), total(ledger), List.of(), window);
        SegmentContext context = new SegmentContext(total(ledger), peerGroup, window);
        return SegmentEstimates.of(context, Omission.NONE).projectedRoi(0.9);
    }

    @Test
    void given_deals_cancelled_after_a_month_then_only_younger_ones_are_in_doubt() {
        Cancellations cancellations = Cancellations.of(total(history(true)), LAST, 0);

        assertEquals(0.8, cancellations.standing(0), 0.005);
        assertEquals(0.8, cancellations.standing(29), 0.005);
        assertEquals(1, cancellations.standing(30), 1e-12);
        assertEquals(1, cancellations.standing(150), 1e-12);
    }

    @Test
    void given_no_cancellation_then_every_deal_stands() {
        assertEquals(1, Cancellations.of(total(history(false)), LAST, 0).standing(0), 0);
    }

    @Test
    void given_deals_on_record_from_a_day_on_then_those_closed_before_say_nothing() {
        assertEquals(2 * 100, total(history(true)).closings(LAST, 100).totalInquiries());
    }

    /**
     * 20,000 were spent; 400 deals closed and 68 of them have been cancelled, of the last 30 days' 60 another fifth is expected to be: 320
     * are expected to stand in the end, and some more from the last days' inquiries.
     */
    @Test
    void given_cancellations_still_to_come_then_the_projected_return_is_less_and_as_wide_as_they_are_uncertain() {
        Estimate roi = roi(history(true));

        assertEquals(320 * 100 / 20_000.0 - 1, roi.estimate(), 0.01);
        assertTrue(roi.high() - roi.low() > 0.02 && roi.high() - roi.low() < 0.2, roi.toString());
        assertEquals(400 * 100 / 20_000.0 - 1, roi(history(false)).estimate(), 0.01);
    }
}
