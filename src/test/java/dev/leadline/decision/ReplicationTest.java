package dev.leadline.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.Segment;
import dev.leadline.ledger.store.History;
import dev.leadline.ledger.store.LedgerFixture;
import dev.leadline.ledger.store.LedgerFixture.Own;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a segment is told to go: to what the workspace knows and the segment does not serve. */
class ReplicationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Test
    void given_regions_of_other_products_then_they_are_places_to_go_to() {
        assertEquals(List.of("Hesse", "Jiangsu"), regions(market(), "bracket"));
    }

    /** Valves earn 50 an inquiry in Hesse, Saxony and Jiangsu and cost 20, 33 and 100; in Bremen one brought 30,000 at once. */
    @Test
    void given_regions_with_a_record_then_the_surest_come_first_and_none_that_costs_more_than_it_may() {
        LedgerFixture fixture = History.fixture(History.of("pump", 20));
        regionOf(fixture, "Jiangsu", 100);
        regionOf(fixture, "Saxony", 33);
        regionOf(fixture, "Hesse", 20);
        fixture.campaign("valve Bremen", Map.of(Dimension.PRODUCT, "valve"))
                .inquiries("valve Bremen", History.LAST.minusDays(90), Own.region("Bremen"), 1, 0)
                .spend("valve Bremen", History.LAST.minusDays(90), "1")
                .deal("valve Bremen", Own.region("Bremen"), "lucky", History.LAST.minusDays(90), 5, "30000", null);
        Asking byProduct = Asking.asOf(History.LAST, Dimension.PRODUCT);

        Replication.Places places = new Replication(byProduct.query(), Policy.DEFAULT, fixture.asOf(History.LAST))
                .of(new Segment(Map.of(Dimension.PRODUCT, "pump"), null));
        assertEquals(List.of("Hesse", "Saxony", "Bremen"), regions(places.targets()));
        assertEquals(List.of("Jiangsu"), regions(places.tooExpensive()));
        assertEquals(
                Action.FIX,
                Asking.asOf(History.LAST, Dimension.REGION).of(fixture.asOf(History.LAST)).items().stream()
                        .filter(item -> "Jiangsu".equals(item.segment().get("region")))
                        .findFirst()
                        .orElseThrow()
                        .action());
    }

    /** Both have too few deals to tell; in Alsace nobody has posted what an inquiry costs, in Hesse it costs 3 where others cost 20. */
    @Test
    void given_a_place_whose_cost_is_not_on_record_then_it_is_not_taken_for_the_cheapest() {
        LedgerFixture fixture = History.fixture(History.of("pump", 20));
        for (String region : List.of("Alsace", "Hesse")) {
            String campaign = "valve " + region;
            LocalDate day = History.LAST.minusDays(150);
            fixture.campaign(campaign, Map.of(Dimension.PRODUCT, "valve"))
                    .inquiries(campaign, day, Own.region(region), 100, 0);
            for (int deal = 0; deal < 5; deal++) {
                fixture.deal(campaign, Own.region(region), region + deal, day, 20, "1000", null);
            }
        }
        fixture.spend("valve Hesse", History.LAST.minusDays(150), "300");

        assertEquals(
                List.of("Hesse", "Alsace"),
                regions(new Replication(
                                Asking.asOf(History.LAST, Dimension.PRODUCT).query(),
                                Policy.DEFAULT,
                                fixture.asOf(History.LAST))
                        .of(new Segment(Map.of(Dimension.PRODUCT, "pump"), null))
                        .targets()));
    }

    private static void regionOf(LedgerFixture fixture, String region, int cost) {
        Own own = Own.region(region);
        String campaign = "valve " + region;
        fixture.campaign(campaign, Map.of(Dimension.PRODUCT, "valve"));
        for (int d = 391; d >= 0; d--) {
            LocalDate day = History.LAST.minusDays(d);
            fixture.inquiries(campaign, day, own, 3, 0).spend(campaign, day, Integer.toString(3 * cost));
            if (d % 20 < 3) {
                fixture.deal(campaign, own, region + d, day, 10 + d % 20 * 10, d % 2 == 0 ? "1300" : "700", null);
            }
        }
    }

    @Test
    void given_a_grouping_by_nothing_but_the_dimension_then_its_other_values_are_no_places_to_go_to() {
        Asking byRegion = Asking.asOf(DAY.plusDays(60), Dimension.REGION);
        Replication.Places places = new Replication(byRegion.query(), Policy.DEFAULT, market().asOf(DAY.plusDays(60)))
                .of(new Segment(Map.of(Dimension.REGION, "Hesse"), null));

        assertEquals(List.of(), places.targets());
        assertEquals(List.of(), places.served(), "nothing but regions is known");
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
                new Replication(
                                Asking.asOf(DAY.plusDays(60), Dimension.PRODUCT, Dimension.REGION)
                                        .query(),
                                Policy.DEFAULT,
                                market().asOf(DAY.plusDays(60)))
                        .of(segment).targets().stream()
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

    private static List<String> regions(List<ReplicationTarget> targets) {
        return targets.stream()
                .filter(target -> target.dimension().equals("region"))
                .map(ReplicationTarget::value)
                .toList();
    }

    private static List<String> regions(LedgerFixture records, String product) {
        Segment segment = new Segment(Map.of(Dimension.PRODUCT, product), null);
        return new Replication(
                        Asking.asOf(DAY.plusDays(60), Dimension.PRODUCT).query(),
                        Policy.DEFAULT,
                        records.asOf(DAY.plusDays(60)))
                .of(segment).targets().stream()
                        .filter(target -> target.dimension().equals("region"))
                        .map(ReplicationTarget::value)
                        .toList();
    }
}
