package dev.leadline.ledger.segment;

import static dev.leadline.ledger.store.LedgerFixture.Own.NOTHING;
import static dev.leadline.ledger.store.LedgerFixture.Own.region;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.ledger.store.LedgerFixture;
import dev.leadline.ledger.store.LedgerFixture.Own;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How records are cut into segments, and how spend that names none of them is shared. */
class SegmenterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Own JIANGSU = region("Jiangsu");
    private static final Own ZHEJIANG = region("Zhejiang");

    @Test
    void spend_that_names_no_region_is_shared_by_inquiries() {
        LedgerFixture records = new LedgerFixture()
                .campaign("valves")
                .inquiries("valves", DAY, JIANGSU, 3, 0)
                .inquiries("valves", DAY, ZHEJIANG, 1, 0)
                .spend("valves", DAY, "100");

        Map<String, SegmentLedger> segments = by(Dimension.REGION, records.asOf(DAY));

        assertMoney("75", segments.get("Jiangsu"));
        assertMoney("25", segments.get("Zhejiang"));
        assertEquals(75, segments.get("Jiangsu").spend(0), 1e-9);
        assertTrue(segments.get("Jiangsu").costIsAllocated());
    }

    @Test
    void what_was_spent_for_a_segment_lies_between_what_names_it_and_all_that_was_spent_for_it_and_others() {
        LedgerFixture records = new LedgerFixture()
                .campaign("valves")
                .campaign("pumps", Map.of(Dimension.REGION, "Jiangsu"))
                .inquiries("valves", DAY, JIANGSU, 3, 0)
                .inquiries("valves", DAY, ZHEJIANG, 1, 0)
                .inquiries("pumps", DAY, 1)
                .spend("valves", DAY, "100")
                .spend("valves", DAY, JIANGSU, "7")
                .spend("pumps", DAY, "20");

        SegmentLedger jiangsu = by(Dimension.REGION, records.asOf(DAY)).get("Jiangsu");

        assertEquals(102, jiangsu.spend(0, 0, Omission.NONE, Spending.SHARED), 1e-9);
        assertEquals(27, jiangsu.spend(0, 0, Omission.NONE, Spending.LEAST), 1e-9);
        assertEquals(127, jiangsu.spend(0, 0, Omission.NONE, Spending.MOST), 1e-9);
        assertEquals(0, jiangsu.spend(0, 0, Omission.ofDays(0, 0), Spending.MOST), 1e-9);
    }

    @Test
    void what_is_shared_among_parts_of_one_segment_alone_is_known() {
        LedgerFixture records = new LedgerFixture()
                .campaign("valves")
                .inquiries("valves", DAY, JIANGSU, 3, 0)
                .inquiries("valves", DAY, ZHEJIANG, 1, 0)
                .spend("valves", DAY, "100");

        SegmentLedger both = Segmenter.withRest(
                        records.asOf(DAY), List.of(), filter(Dimension.REGION, "Jiangsu", "Zhejiang"), 0, 0)
                .get(0);

        assertMoney("100", both);
        assertFalse(both.costIsAllocated());
        assertEquals(100, both.spend(0, 0, Omission.NONE, Spending.LEAST), 1e-9);
    }

    @Test
    void a_filter_joins_its_values_to_one_segment_and_leaves_the_rest_apart() {
        LedgerFixture records = new LedgerFixture().campaign("valves");
        for (String region : List.of("Jiangsu", "Zhejiang", "Shandong")) {
            records.inquiries("valves", DAY, new Own(region, "energy", null), 1, 0)
                    .inquiries("valves", DAY, new Own(region, "medical", null), 2, 0);
        }
        Filter two = filter(Dimension.REGION, "Jiangsu", "Zhejiang");

        List<SegmentLedger> segments = Segmenter.withRest(records.asOf(DAY), List.of(Dimension.INDUSTRY), two, 0, 0);

        assertEquals(
                List.of(
                        Map.of(Dimension.INDUSTRY, "energy"),
                        Map.of(Dimension.INDUSTRY, "medical"),
                        Map.of(Dimension.INDUSTRY, "energy", Dimension.REGION, "Shandong"),
                        Map.of(Dimension.INDUSTRY, "medical", Dimension.REGION, "Shandong")),
                segments.stream().map(segment -> segment.segment().values()).toList());
        assertEquals(
                List.of(2L, 4L, 1L, 2L),
                segments.stream().map(segment -> segment.inquiries(0, 0)).toList());
    }

    @Test
    void the_segments_stand_in_an_order_of_their_own_whatever_the_records_order() {
        LedgerFixture one = new LedgerFixture()
                .campaign("valves")
                .inquiries("valves", DAY, JIANGSU, 3, 0)
                .inquiries("valves", DAY, ZHEJIANG, 1, 0)
                .inquiries("valves", DAY, Own.NOTHING, 1, 0);
        LedgerFixture other = new LedgerFixture()
                .campaign("valves")
                .inquiries("valves", DAY, ZHEJIANG, 1, 0)
                .inquiries("valves", DAY, Own.NOTHING, 1, 0)
                .inquiries("valves", DAY, JIANGSU, 3, 0);

        for (LedgerFixture records : List.of(one, other)) {
            List<String> regions =
                    Segmenter.of(records.asOf(DAY), List.of(Dimension.REGION), Filter.NONE, 0, 0).stream()
                            .map(segment -> segment.segment().values().get(Dimension.REGION))
                            .toList();
            assertEquals(Arrays.asList(null, "Jiangsu", "Zhejiang"), regions);
        }
    }

    @Test
    void shares_sum_to_the_whole_to_the_last_decimal() {
        LedgerFixture records = new LedgerFixture()
                .campaign("valves")
                .inquiries("valves", DAY, JIANGSU, 1, 0)
                .inquiries("valves", DAY, ZHEJIANG, 1, 0)
                .inquiries("valves", DAY, region("Shandong"), 1, 0)
                .spend("valves", DAY, "100");

        BigDecimal sum = by(Dimension.REGION, records.asOf(DAY)).values().stream()
                .map(SegmentLedger::windowSpend)
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertEquals(0, new BigDecimal("100").compareTo(sum), "sum " + sum);
    }

    @Test
    void shares_under_a_filter_sum_to_the_filtered_total() {
        LedgerFixture records = new LedgerFixture().campaign("valves").spend("valves", DAY, "100");
        String[] regions = {"Jiangsu", "Zhejiang", "Shandong"};
        for (int i = 0; i < 7; i++) {
            String industry = i % 2 == 0 ? "energy" : "medical";
            records.inquiries("valves", DAY, new Own(regions[i % 3], industry, null), 1, 0);
        }
        Ledger ledger = records.asOf(DAY);
        Filter energy = filter(Dimension.INDUSTRY, "energy");

        BigDecimal sum = Segmenter.of(ledger, List.of(Dimension.REGION), energy, 0, 0).stream()
                .map(SegmentLedger::windowSpend)
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertEquals(0, Segmenter.total(ledger, energy, 0, 0).windowSpend().compareTo(sum), "sum " + sum);
    }

    @Test
    void shares_do_not_hang_on_the_order_in_which_records_are_read() {
        Own[] owns = {JIANGSU, ZHEJIANG, region("Shandong")};
        LedgerFixture oneWay = new LedgerFixture().campaign("valves").spend("valves", DAY, "100");
        LedgerFixture otherWay = new LedgerFixture().campaign("valves").spend("valves", DAY, "100");
        for (int i = 0; i < owns.length; i++) {
            oneWay.inquiries("valves", DAY, owns[i], 1, 0);
            otherWay.inquiries("valves", DAY, owns[owns.length - 1 - i], 1, 0);
        }

        Map<String, SegmentLedger> one = by(Dimension.REGION, oneWay.asOf(DAY));
        by(Dimension.REGION, otherWay.asOf(DAY))
                .forEach((name, segment) -> assertEquals(one.get(name).windowSpend(), segment.windowSpend(), name));
    }

    @Test
    void spend_that_names_its_region_is_direct() {
        LedgerFixture records = new LedgerFixture()
                .campaign("valves")
                .inquiries("valves", DAY, JIANGSU, 9, 0)
                .inquiries("valves", DAY, ZHEJIANG, 1, 0)
                .spend("valves", DAY, JIANGSU, "40")
                .spend("valves", DAY, ZHEJIANG, "60");

        Map<String, SegmentLedger> segments = by(Dimension.REGION, records.asOf(DAY));

        assertMoney("40", segments.get("Jiangsu"));
        assertMoney("60", segments.get("Zhejiang"));
        assertFalse(segments.get("Jiangsu").costIsAllocated());
    }

    @Test
    void spend_of_a_named_region_stays_there_without_an_inquiry() {
        LedgerFixture records = new LedgerFixture()
                .campaign("valves", Map.of(Dimension.REGION, "Germany"))
                .inquiries("valves", DAY, ZHEJIANG, 1, 0)
                .spend("valves", DAY, JIANGSU, "40");

        Map<String, SegmentLedger> segments = by(Dimension.REGION, records.asOf(DAY));

        assertMoney("40", segments.get("Jiangsu"));
        assertMoney("0", segments.get("Zhejiang"));
    }

    @Test
    void spend_without_inquiries_goes_to_the_target() {
        LedgerFixture records = new LedgerFixture()
                .campaign("valves", Map.of(Dimension.REGION, "Germany"))
                .spend("valves", DAY, "40");

        Map<String, SegmentLedger> segments = by(Dimension.REGION, records.asOf(DAY));

        assertMoney("40", segments.get("Germany"));
        assertFalse(segments.get("Germany").costIsAllocated());
    }

    @Test
    void spend_without_inquiries_is_in_the_total() {
        LedgerFixture records = new LedgerFixture().campaign("valves").spend("valves", DAY, "40");

        assertMoney("40", Segmenter.total(records.asOf(DAY), Filter.NONE, 0, 0));
    }

    @Test
    void campaign_of_one_segment_is_direct_whatever_its_inquiries_say_of_other_dimensions() {
        LedgerFixture records = new LedgerFixture()
                .campaign("valves", Map.of(Dimension.PRODUCT, "Valve body"))
                .inquiries("valves", DAY, JIANGSU, 1, 0)
                .inquiries("valves", DAY, ZHEJIANG, 2, 0)
                .spend("valves", DAY, "100");

        SegmentLedger product = by(Dimension.PRODUCT, records.asOf(DAY)).get("Valve body");

        assertMoney("100", product);
        assertFalse(product.costIsAllocated());
    }

    @Test
    void filter_over_a_dimension_not_grouped_by_takes_its_share_of_the_spend() {
        LedgerFixture records = new LedgerFixture()
                .campaign("valves", Map.of(Dimension.PRODUCT, "Valve body"))
                .inquiries("valves", DAY, JIANGSU, 1, 0)
                .inquiries("valves", DAY, ZHEJIANG, 3, 0)
                .spend("valves", DAY, "100");

        List<SegmentLedger> segments =
                Segmenter.of(records.asOf(DAY), List.of(Dimension.PRODUCT), filter(Dimension.REGION, "Jiangsu"), 0, 0);

        assertEquals(1, segments.size());
        assertEquals(1, segments.get(0).inquiries(0, 0));
        assertMoney("25", segments.get(0));
        assertTrue(segments.get(0).costIsAllocated());
    }

    @Test
    void missing_values_are_a_segment_under_null() {
        LedgerFixture records = new LedgerFixture()
                .campaign("valves")
                .inquiries("valves", DAY, NOTHING, 2, 1)
                .inquiries("valves", DAY, JIANGSU, 1, 0);

        Map<String, SegmentLedger> segments = by(Dimension.REGION, records.asOf(DAY));

        assertEquals(Set.of("Jiangsu"), withoutNull(segments.keySet()));
        assertEquals(2, segments.get(null).inquiries(0, 0));
        assertEquals(1, segments.get(null).invalidInquiries(0, 0));
        assertEquals(
                2,
                Segmenter.total(records.asOf(DAY), filter(Dimension.REGION, new String[] {null}), 0, 0)
                        .inquiries(0, 0));
    }

    @Test
    void an_inquiry_that_says_nothing_belongs_to_its_campaigns_target() {
        LedgerFixture records = new LedgerFixture()
                .campaign("valves", Map.of(Dimension.REGION, "Germany"))
                .inquiries("valves", DAY, NOTHING, 2, 0);

        assertEquals(2, by(Dimension.REGION, records.asOf(DAY)).get("Germany").inquiries(0, 0));
    }

    @Test
    void a_campaign_is_named_in_its_segment() {
        LedgerFixture records = new LedgerFixture().campaign("valves").inquiries("valves", DAY, 1);

        Map<String, SegmentLedger> segments = by(Dimension.CAMPAIGN, records.asOf(DAY));

        assertEquals(
                "valves", segments.get(LedgerFixture.idOf("valves")).segment().campaignName());
    }

    @Test
    void spend_is_shared_by_the_inquiries_of_the_window_only() {
        LedgerFixture records = new LedgerFixture()
                .campaign("valves")
                .inquiries("valves", DAY, JIANGSU, 9, 0)
                .inquiries("valves", DAY.plusDays(1), ZHEJIANG, 1, 0)
                .spend("valves", DAY, "30")
                .spend("valves", DAY.plusDays(1), "70");
        Ledger ledger = records.asOf(DAY.plusDays(1));

        List<SegmentLedger> segments = Segmenter.of(ledger, List.of(Dimension.REGION), Filter.NONE, 1, 1);

        segments.forEach(segment ->
                assertMoney("Zhejiang".equals(segment.segment().values().get(Dimension.REGION)) ? "70" : "0", segment));
    }

    @Test
    void a_workspace_without_records_has_an_empty_total_and_no_segments() {
        Ledger ledger = new LedgerFixture().asOf(DAY);

        assertEquals(1, ledger.days());
        assertEquals(0, Segmenter.total(ledger, Filter.NONE, 0, 0).inquiries(0, 0));
        assertTrue(by(Dimension.REGION, ledger).isEmpty());
        assertNull(Segmenter.total(ledger, Filter.NONE, 0, 0).segment().campaignName());
    }

    private static Map<String, SegmentLedger> by(Dimension dimension, Ledger ledger) {
        Map<String, SegmentLedger> segments = new HashMap<>();
        Segmenter.of(ledger, List.of(dimension), Filter.NONE, 0, ledger.days() - 1)
                .forEach(segment -> segments.put(segment.segment().values().get(dimension), segment));
        return segments;
    }

    private static Filter filter(Dimension dimension, String... values) {
        return new Filter(Map.of(dimension, new HashSet<>(Arrays.asList(values))));
    }

    private static Set<String> withoutNull(Set<String> values) {
        Set<String> rest = new HashSet<>(values);
        rest.remove(null);
        return rest;
    }

    private static void assertMoney(String expected, SegmentLedger segment) {
        assertEquals(
                0,
                new BigDecimal(expected).compareTo(segment.windowSpend()),
                "expected " + expected + ", was " + segment.windowSpend());
    }
}
