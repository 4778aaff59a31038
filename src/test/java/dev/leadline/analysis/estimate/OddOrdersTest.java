package dev.leadline.analysis.estimate;

import static dev.leadline.ledger.store.History.LAST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.analysis.query.QueryFixture;
import dev.leadline.analysis.segmentation.Segmentation;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.store.History;
import dev.leadline.ledger.store.LedgerFixture;
import java.time.LocalDate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One product whose orders are unlike those of its four siblings, which are of about 1,000. */
class OddOrdersTest {

    private static final LocalDate FIRST = LAST.minusDays(391);
    private static final double LEVEL = 0.9;
    /** Days back from the last, in which one order comes. */
    private static final int LUCK = 203;

    @Test
    void given_one_huge_order_then_the_value_leaves_open_whether_such_come_again_and_says_so() {
        SegmentEstimates odd = estimates(OddOrdersTest::lucky, Omission.NONE);
        Estimate value = odd.marginPerDeal(LEVEL);
        Estimate never = odd.ifLargeOrdersNeverComeAgain().marginPerDeal(LEVEL);
        Estimate again = odd.ifLargeOrdersComeAgain().marginPerDeal(LEVEL);

        assertEquals(
                "1 of 55 orders brought 71 % of the margin and may never come again; the interval leaves that open.",
                value.note());
        assertTrue(value.low() < never.estimate() && value.high() > again.estimate(), value + " " + never + again);
        assertNull(never.note());
        assertEquals(
                (odd.ifLargeOrdersNeverComeAgain().target().probability().orElseThrow()
                                + odd.ifLargeOrdersComeAgain()
                                        .target()
                                        .probability()
                                        .orElseThrow())
                        / 2,
                odd.target().probability().orElseThrow(),
                0.002);
    }

    @Test
    void given_its_week_is_left_out_then_nothing_is_odd() {
        int day = (int) (LAST.toEpochDay() - FIRST.toEpochDay()) - LUCK - 5;
        SegmentEstimates without =
                estimates(OddOrdersTest::lucky, Omission.NONE).withoutDays(day, day + 5, 0);

        assertTrue(without.largeOrders().isEmpty());
        assertNull(without.marginPerDeal(LEVEL).note());
        assertEquals(
                estimates(OddOrdersTest::lucky, Omission.ofDays(day, day + 5))
                        .marginPerDeal(LEVEL)
                        .high(),
                without.marginPerDeal(LEVEL).high(),
                1e-3);
    }

    @Test
    void given_samples_that_siblings_do_not_give_then_they_lower_the_value_by_their_share_and_the_note_says_so() {
        Estimate value =
                estimates(d -> d / 7 % 4 == 0 ? 20 : 1000, Omission.NONE).marginPerDeal(LEVEL);

        assertTrue(
                value.note()
                        .matches("1\\d of 5\\d orders are below a fifth of the median, far more than siblings have;.*"),
                value.note());
        assertEquals(750, value.estimate(), 60);
    }

    @Test
    void given_orders_like_its_siblings_then_nothing_is_noted() {
        assertNull(estimates(d -> 1000, Omission.NONE).marginPerDeal(LEVEL).note());
    }

    private static double lucky(int daysBack) {
        return daysBack >= LUCK && daysBack < LUCK + 6 ? 150_000 : 1000;
    }

    private static SegmentEstimates estimates(IntToDoubleFunction margin, Omission omission) {
        LedgerFixture fixture = History.fixture(IntStream.range(0, 4)
                .mapToObj(i -> History.of("other " + i, 30))
                .toArray(History[]::new));
        History.of("own", 45).margin(margin).in(fixture);
        Segmentation segmentation = Segmentation.of(
                new QueryFixture().groupBy(Dimension.PRODUCT).targetRoi(0.3).query(FIRST, LAST, LAST),
                fixture.asOf(LAST));
        SegmentLedger own = segmentation.segments().stream()
                .filter(segment -> segment.segment().values().containsValue("own"))
                .findFirst()
                .orElseThrow();
        return SegmentEstimates.of(new SegmentContext(own, segmentation.peerGroup(), segmentation.window()), omission);
    }
}
