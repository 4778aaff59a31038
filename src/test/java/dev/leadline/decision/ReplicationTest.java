package dev.leadline.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.LedgerFixture;
import dev.leadline.ledger.LedgerFixture.Own;
import dev.leadline.ledger.Segment;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a segment is told to go: to what the workspace knows and the segment does not serve. */
class ReplicationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void given_regions_of_other_products_then_those_come_first_that_earn_most_per_inquiry() {
        assertEquals(List.of("Hesse", "Jiangsu"), regions(market(), "bracket"));
    }

    @Test
    void given_stray_inquiries_then_their_region_is_not_served_yet() {
        LedgerFixture strays = market().inquiries("bracket", DAY, Own.region("Jiangsu"), 4, 30);

        assertEquals(List.of("Hesse", "Jiangsu"), regions(strays, "bracket"));
    }

    @Test
    void given_five_inquiries_that_are_a_hundredth_of_all_then_their_region_is_served() {
        assertEquals(
                List.of("Hesse"), regions(market().inquiries("bracket", DAY, Own.region("Jiangsu"), 5, 0), "bracket"));
    }

    @Test
    void given_five_inquiries_among_a_thousand_then_they_have_strayed_in() {
        LedgerFixture strays = market().inquiries("bracket", DAY, Own.region("Bavaria"), 1_000, 0)
                .inquiries("bracket", DAY, Own.region("Jiangsu"), 5, 0);

        assertEquals(List.of("Hesse", "Jiangsu"), regions(strays, "bracket"));
    }

    @Test
    void given_a_campaign_that_targets_a_region_then_it_is_served_without_an_inquiry() {
        LedgerFixture targeted =
                market().campaign("more brackets", Map.of(Dimension.PRODUCT, "bracket", Dimension.REGION, "Hesse"));

        assertEquals(List.of("Jiangsu"), regions(targeted, "bracket"));
    }

    @Test
    void given_a_segment_of_a_region_then_the_product_may_go_where_no_campaign_of_it_is() {
        Segment segment = new Segment(Map.of(Dimension.PRODUCT, "bracket", Dimension.REGION, "Bavaria"), null);

        assertEquals(
                List.of("Hesse", "Jiangsu"),
                new Replication(market().asOf(DAY.plusDays(60)), List.of(Dimension.PRODUCT, Dimension.REGION))
                        .of(segment).stream()
                                .filter(target -> target.dimension().equals("region"))
                                .map(ReplicationTarget::value)
                                .toList());
    }

    @Test
    void given_only_invalid_inquiries_of_a_region_then_the_workspace_does_not_know_it() {
        assertEquals(
                List.of("Hesse", "Jiangsu"),
                regions(market().inquiries("valve", DAY, Own.region("Junk"), 0, 9), "bracket"));
    }

    /** Brackets are sold in Bavaria only; in Hesse an inquiry about valves earns 50, in Jiangsu 10. */
    private static LedgerFixture market() {
        return new LedgerFixture()
                .campaign("bracket", Map.of(Dimension.PRODUCT, "bracket", Dimension.REGION, "Bavaria"))
                .campaign("valve", Map.of(Dimension.PRODUCT, "valve"))
                .inquiries("bracket", DAY, 20)
                .inquiries("valve", DAY, Own.region("Jiangsu"), 10, 0)
                .inquiries("valve", DAY, Own.region("Hesse"), 10, 0)
                .deal("valve", Own.region("Jiangsu"), "a", DAY, 5, "100", null)
                .deal("valve", Own.region("Hesse"), "b", DAY, 5, "500", null)
                .deal("valve", Own.region("Jiangsu"), "c", DAY, 5, "9000", DAY.plusDays(9));
    }

    private static List<String> regions(LedgerFixture records, String product) {
        Segment segment = new Segment(Map.of(Dimension.PRODUCT, product), null);
        return new Replication(records.asOf(DAY.plusDays(60)), List.of(Dimension.PRODUCT))
                .of(segment).stream()
                        .filter(target -> target.dimension().equals("region"))
                        .map(ReplicationTarget::value)
                        .toList();
    }
}
