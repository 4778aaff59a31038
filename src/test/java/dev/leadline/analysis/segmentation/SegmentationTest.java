package dev.leadline.analysis.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.analysis.query.QueryFixture;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.Filter;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.store.LedgerFixture;
import dev.leadline.ledger.store.LedgerFixture.Own;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which segments stand beside each other. */
class SegmentationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final int REGIONS = 20;

    @Test
    void given_a_filter_beside_the_grouping_then_the_others_stand_beside_what_is_shown() {
        Segmentation segmentation = regionsOfOneProduct(3);

        assertEquals(3 * REGIONS, segmentation.siblings().size());
        assertEquals(REGIONS, segmentation.segments().size());
        assertEquals(3, segmentation.siblingsOfTotal().size());
        assertEquals(REGIONS, segmentation.total().inquiries(0, 0));
    }

    @Test
    void given_more_parts_than_can_be_kept_then_only_what_passes_the_filter_is_compared() {
        Segmentation segmentation = regionsOfOneProduct(Segmentation.MOST_PARTS / REGIONS + 1);

        assertEquals(REGIONS, segmentation.siblings().size());
        assertEquals(segmentation.siblings(), segmentation.segments());
        assertEquals(REGIONS, segmentation.total().inquiries(0, 0));
    }

    @Test
    void given_a_filter_without_a_grouping_then_the_total_is_one_of_its_siblings() {
        Segmentation segmentation = Segmentation.of(
                new QueryFixture().filter(product("p1")).query(DAY, DAY, DAY),
                products(3).asOf(DAY));

        assertEquals(3, segmentation.siblings().size());
        assertTrue(segmentation.siblings().contains(segmentation.total()));
        assertEquals(List.of(), segmentation.segments());
        assertEquals(segmentation.siblings(), segmentation.compared());
    }

    @Test
    void given_neither_grouping_nor_filter_then_the_total_stands_alone() {
        Segmentation segmentation = Segmentation.of(
                new QueryFixture().query(DAY, DAY, DAY), products(3).asOf(DAY));

        assertSame(segmentation.everything(), segmentation.total());
        assertEquals(List.of(), segmentation.siblings());
        assertEquals(List.<SegmentLedger>of(segmentation.total()), segmentation.compared());
    }

    private static Segmentation regionsOfOneProduct(int products) {
        return Segmentation.of(
                new QueryFixture()
                        .groupBy(Dimension.REGION)
                        .filter(product("p1"))
                        .query(DAY, DAY, DAY),
                products(products).asOf(DAY));
    }

    private static Filter product(String name) {
        return new Filter(Map.of(Dimension.PRODUCT, Set.of(name)));
    }

    private static LedgerFixture products(int products) {
        LedgerFixture records = new LedgerFixture();
        for (int product = 0; product < products; product++) {
            String name = "p" + product;
            records.campaign(name, Map.of(Dimension.PRODUCT, name));
            for (int region = 0; region < REGIONS; region++) {
                records.inquiries(name, DAY, Own.region("r" + region), 1, 0);
            }
        }
        return records;
    }
}
