package dev.leadline.analysis.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.leadline.analysis.query.QueryFixture;
import dev.leadline.analysis.segmentation.Segmentation;
import dev.leadline.demo.MarketSimulator;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.store.LedgerFixture;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A short cut must not change an answer: the bounds against the probability itself. */
@Execution(CONCURRENT)
class LeaveOutBoundTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 15);
    private static final double LEAST = 0.75;
    private static final double SURE = 0.95;

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void given_a_market_when_any_week_is_left_out_then_the_floor_is_not_above_the_probability(long seed) {
        int sure = 0;
        int shown = 0;
        for (Segmentation segmentation : cuts(seed)) {
            PeerGroup peerGroup = segmentation.peerGroup();
            for (SegmentLedger segment : segmentation.segments()) {
                SegmentEstimates estimates = SegmentEstimates.of(
                        new SegmentContext(segment, peerGroup, segmentation.window()), Omission.NONE);
                LeaveOutBound floor = estimates.leaveOutBound();
                for (int day = 0; day <= segmentation.window().asOf(); day += 7) {
                    double exact = estimates
                            .withoutDays(day, day + 6, segmentation.window().first())
                            .target()
                            .probability()
                            .orElse(0);
                    double bound = floor.withoutDays(day, day + 6);
                    assertTrue(bound <= exact, segment.segment() + ", day " + day + ": " + bound + " > " + exact);
                    sure += exact >= SURE ? 1 : 0;
                    shown += exact >= SURE && bound >= LEAST ? 1 : 0;
                }
            }
        }
        assertTrue(shown >= 0.8 * sure, "shown by the bound: " + shown + " of " + sure);
    }

    @ParameterizedTest
    @ValueSource(longs = {34, 35, 36})
    void given_a_market_when_asked_whether_the_target_is_reached_then_it_is_as_the_probability_says(long seed) {
        for (Segmentation segmentation : cuts(seed)) {
            PeerGroup peerGroup = segmentation.peerGroup();
            for (SegmentLedger segment : segmentation.segments()) {
                SegmentEstimates estimates = SegmentEstimates.of(
                        new SegmentContext(segment, peerGroup, segmentation.window()), Omission.NONE);
                double probability = estimates.target().probability().orElse(-1);
                for (double least : new double[] {0.05, 0.3, 0.6, 0.75, 0.9, 0.99, probability}) {
                    assertEquals(
                            least >= 0 && probability >= least,
                            estimates.target().isReached(least));
                }
            }
        }
    }

    /** Two years and half a year, by product and campaign; deals tracked throughout, and since half a year. */
    private static List<Segmentation> cuts(long seed) {
        LocalDate asOf = TODAY.minusDays(1);
        var ledger = LedgerFixture.of(MarketSimulator.demoMarket(seed, TODAY)).asOf(asOf);
        QueryFixture products = new QueryFixture().groupBy(Dimension.PRODUCT).targetRoi(0.3);
        QueryFixture campaigns = new QueryFixture().groupBy(Dimension.CAMPAIGN).targetRoi(0.3);
        return List.of(
                Segmentation.of(products.query(asOf.minusDays(729), asOf, asOf), ledger),
                Segmentation.of(products.query(asOf.minusDays(180), asOf, asOf), ledger),
                Segmentation.of(
                        campaigns.dealsTrackedFrom(asOf.minusDays(180)).query(asOf.minusDays(729), asOf, asOf),
                        ledger));
    }
}
