package dev.leadline.ledger.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.ledger.store.LedgerFixture;
import dev.leadline.ledger.store.LedgerFixture.Own;
import dev.leadline.statistics.CohortTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a segment shows as of a day, and without what is left out. */
class SegmentLedgerTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void nothing_after_the_as_of_day_is_there() {
        LedgerFixture records = new LedgerFixture()
                .campaign("valves")
                .inquiries("valves", DAY, 5)
                .spend("valves", DAY, "10")
                .deal("valves", DAY, 3, "100");
        SegmentLedger before = total(records, 4);

        records.inquiries("valves", DAY.plusDays(5), 7)
                .spend("valves", DAY.plusDays(6), "99")
                .deal("valves", DAY, 8, "1000");

        SegmentLedger after = total(records, 4);
        assertEquals(4, after.ledger().index(after.ledger().asOf()));
        assertEquals(before.inquiries(0, 100), after.inquiries(0, 100));
        assertEquals(before.windowSpend(), after.windowSpend());
        assertEquals(List.of("100 first"), deals(after, 4, Omission.NONE));
    }

    @Test
    void response_times_add_up_over_days_and_cells() {
        LedgerFixture records = new LedgerFixture()
                .campaign("valves")
                .inquiries("valves", DAY, 5)
                .inquiries("valves", DAY.plusDays(1), Own.region("Jiangsu"), 5, 0)
                .answered("valves", DAY, Own.NOTHING, 2, 8)
                .answered("valves", DAY.plusDays(1), Own.region("Jiangsu"), 4, 0.001);
        SegmentLedger segment = total(records, 10);

        ResponseTimes first = segment.responses(0, 0);
        ResponseTimes both = segment.responses(0, 10);
        assertEquals(2, first.known());
        assertEquals(Math.log(2) + Math.log(8), first.logs(), 1e-5);
        assertEquals(4, both.known());
        assertEquals(first.logs() + Math.log(4) + Math.log(1 / 60.0), both.logs(), 1e-5);
        assertEquals(new ResponseTimes(0, 0, 0), segment.responses(2, 10));
    }

    @Test
    void an_answer_after_the_as_of_day_is_not_known() {
        LedgerFixture records = new LedgerFixture()
                .campaign("valves")
                .inquiries("valves", DAY, 5)
                .answered("valves", DAY, Own.NOTHING, 3, 80);

        assertEquals(1, total(records, 2).responses(0, 2).known());
        assertEquals(2, total(records, 3).responses(0, 3).known());
    }

    @Test
    void inquiries_are_seen_by_the_values_of_a_dimension() {
        List<String> seen = new ArrayList<>();
        total(
                        new LedgerFixture()
                                .campaign("valves")
                                .inquiries("valves", DAY, 5)
                                .inquiries("valves", DAY.plusDays(1), Own.region("Jiangsu"), 3, 2)
                                .inquiries("valves", DAY.plusDays(2), Own.region("Jiangsu"), 0, 1),
                        10)
                .visitInquiries(
                        0, 10, Dimension.REGION, (day, value, valid) -> seen.add(day + " " + value + " " + valid));

        assertEquals(List.of("0 null 5", "1 Jiangsu 3"), seen);
    }

    @Test
    void an_earlier_day_of_a_ledger_knows_only_the_deals_closed_by_then() {
        SegmentLedger segment = total(
                new LedgerFixture()
                        .campaign("valves")
                        .inquiries("valves", DAY, 5)
                        .deal("valves", DAY, 3, "100")
                        .deal("valves", DAY, 6, "200"),
                10);

        assertEquals(List.of(), deals(segment, 2, Omission.NONE));
        assertEquals(List.of("100 first"), deals(segment, 3, Omission.NONE));
        assertEquals(2, deals(segment, 6, Omission.NONE).size());
    }

    @Test
    void a_cancelled_deal_counts_until_the_day_before_it_was_cancelled() {
        SegmentLedger segment = total(
                new LedgerFixture()
                        .campaign("valves")
                        .inquiries("valves", DAY, 5)
                        .deal("valves", Own.NOTHING, "a", DAY, 3, "100", DAY.plusDays(6)),
                10);

        assertEquals(List.of("100 first"), deals(segment, 5, Omission.NONE));
        assertEquals(List.of(), deals(segment, 6, Omission.NONE));
    }

    @Test
    void the_first_deal_of_an_inquiry_is_its_earliest_that_stands() {
        SegmentLedger segment = total(
                new LedgerFixture()
                        .campaign("valves")
                        .inquiries("valves", DAY, 5)
                        .deal("valves", Own.NOTHING, "a", DAY, 3, "100", DAY.plusDays(6))
                        .deal("valves", Own.NOTHING, "a", DAY, 5, "200", null),
                10);

        assertEquals(List.of("100 first", "200"), deals(segment, 5, Omission.NONE));
        assertEquals(List.of("200 first"), deals(segment, 6, Omission.NONE));
    }

    @Test
    void a_deal_before_its_inquiry_has_lag_zero() {
        SegmentLedger segment = total(
                new LedgerFixture()
                        .campaign("valves")
                        .inquiries("valves", DAY, 5)
                        .deal("valves", DAY, -1, "100"),
                3);

        for (DealCursor deal = segment.deals(3, Omission.NONE); deal.next(); ) {
            assertEquals(0, deal.lag());
        }
        assertEquals(1, segment.cohorts(3, 0, Omission.NONE).firstDeals(0));
    }

    @Test
    void leaving_out_days_leaves_out_their_inquiries_spend_and_deals() {
        SegmentLedger segment = total(
                new LedgerFixture()
                        .campaign("valves")
                        .inquiries("valves", DAY, 5)
                        .inquiries("valves", DAY.plusDays(1), 7)
                        .spend("valves", DAY, "10")
                        .spend("valves", DAY.plusDays(1), "20")
                        .deal("valves", DAY, 3, "100")
                        .deal("valves", DAY.plusDays(1), 1, "200"),
                10);
        Omission firstDay = Omission.ofDays(0, 0);

        assertArrayEquals(new long[] {0, 7, 0}, segment.inquiriesUntil(2, firstDay));
        assertEquals(20, segment.spend(0, 10, firstDay), 1e-12);
        assertEquals(List.of("200 first"), deals(segment, 10, firstDay));
        assertEquals(1, segment.cohorts(10, 0, firstDay).totalFirstDeals());
    }

    @Test
    void leaving_out_a_deal_leaves_its_inquiry() {
        SegmentLedger segment = total(
                new LedgerFixture()
                        .campaign("valves")
                        .inquiries("valves", DAY, 5)
                        .deal("valves", DAY, 3, "100"),
                10);
        List<Integer> numbers = new ArrayList<>();
        for (DealCursor deal = segment.deals(10, Omission.NONE); deal.next(); ) {
            numbers.add(deal.number());
        }

        CohortTable table = segment.cohorts(10, 0, Omission.ofDeal(numbers.get(0)));

        assertEquals(5, table.totalInquiries());
        assertEquals(0, table.totalFirstDeals());
    }

    @Test
    void a_deal_closed_before_deals_were_on_record_is_none_of_the_cohorts() {
        SegmentLedger segment = total(
                new LedgerFixture()
                        .campaign("valves")
                        .inquiries("valves", DAY, 5)
                        .deal("valves", DAY, 1, "100")
                        .deal("valves", DAY, 4, "200"),
                10);

        assertEquals(1, segment.cohorts(10, 3, Omission.NONE).totalFirstDeals());
    }

    @Test
    void first_deal_margins_keep_to_their_cohorts_and_the_horizon() {
        SegmentLedger segment = total(
                new LedgerFixture()
                        .campaign("valves")
                        .inquiries("valves", DAY, 5)
                        .inquiries("valves", DAY.plusDays(2), 5)
                        .deal("valves", DAY, 3, "100")
                        .deal("valves", DAY, 9, "300")
                        .deal("valves", DAY.plusDays(2), 1, "-50"),
                10);

        assertEquals(1, segment.firstDealMargins(10, 0, 1, 5, Omission.NONE).length);
        assertEquals(2, segment.firstDealMargins(10, 0, 1, 9, Omission.NONE).length);
        assertArrayEquals(new double[] {-50}, segment.firstDealMargins(10, 2, 2, 5, Omission.NONE), 1e-12);
    }

    private static SegmentLedger total(LedgerFixture records, int asOf) {
        Ledger ledger = records.asOf(DAY.plusDays(asOf));
        return Segmenter.total(ledger, Filter.NONE, 0, asOf);
    }

    /** Margins in whole money, with "first" where it is the inquiry's first deal. */
    private static List<String> deals(SegmentLedger segment, int asOf, Omission omission) {
        List<String> seen = new ArrayList<>();
        for (DealCursor deal = segment.deals(asOf, omission); deal.next(); ) {
            seen.add(deal.marginUnits() / 10_000 + (deal.isFirst() ? " first" : ""));
        }
        return seen.stream().sorted().toList();
    }
}
