package dev.leadline.analysis.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.ledger.segment.Filter;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.segment.Segmenter;
import dev.leadline.ledger.store.LedgerFixture;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CostPerInquiryTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    /** The count expected is phi x gamma(n / phi + 1/2): mean n + phi / 2, variance phi (n + phi / 2). */
    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 8})
    void given_over_dispersion_then_the_nodes_have_its_mean_and_variance(double phi) {
        for (int inquiries : new int[] {100, 2_000}) {
            double mean = 0;
            double square = 0;
            double weights = 0;
            for (CostPerInquiry.Node node : new CostPerInquiry(500, inquiries, phi).nodes(Double.POSITIVE_INFINITY)) {
                double count = 500 / node.cost();
                weights += node.weight();
                mean += node.weight() * count;
                square += node.weight() * count * count;
            }

            assertEquals(1, weights, 1e-12);
            assertEquals(inquiries + phi / 2, mean, 0.001 * inquiries);
            double variance = phi * (inquiries + phi / 2);
            assertEquals(variance, square - mean * mean, 0.02 * variance);
        }
    }

    /**
     * Against the mean over 20,000 even quantiles of the gamma distribution, of what falls log-normally about a cost: from a function that
     * falls far more steeply than the cost is known to one that hardly falls.
     */
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "1, 8", "3, 1", "5, 2.5", "20, 6", "20, 1", "100, 1", "100, 3", "1000, 2", "50000, 1"})
    void given_any_number_of_inquiries_then_a_probability_by_the_nodes_is_right_to_2_thousandths(
            double inquiries, double phi) {
        CostPerInquiry cost = new CostPerInquiry(500, inquiries, phi);
        GammaDistribution gamma = GammaDistribution.of(inquiries / phi + 0.5, 1);
        int steps = 20_000;
        double[] costs = new double[steps];
        Arrays.setAll(costs, i -> 500 / phi / gamma.inverseCumulativeProbability((i + 0.5) / steps));
        for (double logSpread : new double[] {0.001, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8, 1.5}) {
            List<CostPerInquiry.Node> nodes = cost.nodes(logSpread);
            for (double q : new double[] {0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98}) {
                double affordable = costs[(int) (q * steps)];
                double exact = Arrays.stream(costs)
                        .map(c -> probability(affordable, logSpread, c))
                        .average()
                        .orElseThrow();
                double byNodes = nodes.stream()
                        .mapToDouble(node -> node.weight() * probability(affordable, logSpread, node.cost()))
                        .sum();
                assertEquals(exact, byNodes, 0.002, "spread " + logSpread + " at " + q);
                assertTrue(
                        cost.high().weight()
                                        * probability(
                                                affordable,
                                                logSpread,
                                                cost.high().cost())
                                <= exact,
                        "the bound, spread " + logSpread + " at " + q);
            }
        }
    }

    private static double probability(double affordable, double logSpread, double cost) {
        return Erfc.value(Math.log(cost / affordable) / logSpread / Math.sqrt(2)) / 2;
    }

    /** Each costs a probability of the margin: five were too few, and more than needed would cost time. */
    @Test
    void given_a_margin_known_no_better_than_the_cost_then_nine_nodes_are_enough() {
        for (int inquiries : new int[] {20, 100, 1_000, 50_000}) {
            double own = 1 / Math.sqrt(inquiries);
            assertTrue(new CostPerInquiry(500, inquiries, 1).nodes(own).size() <= 9);
            assertTrue(new CostPerInquiry(500, inquiries, 1).nodes(3 * own).size() <= 7);
        }
    }

    /** Each of 168 inquiries becomes a deal of 13 on its day, so that of all figures only the cost of 10 is in doubt. */
    @Test
    void given_inquiries_that_come_in_bursts_then_the_target_is_less_certain_either_way() {
        assertTrue(probability("13", 1) > 0.98, "worth it, steady: " + probability("13", 1));
        assertTrue(probability("13", 8) < 0.95, "worth it, in bursts: " + probability("13", 8));
        assertTrue(probability("7.7", 1) < 0.02, "too dear, steady: " + probability("7.7", 1));
        assertTrue(probability("7.7", 8) > 0.05, "too dear, in bursts: " + probability("7.7", 8));
    }

    private static double probability(String margin, double phi) {
        LedgerFixture records = new LedgerFixture().campaign("c");
        for (int day = 0; day < 28; day++) {
            records.inquiries("c", DAY.plusDays(day), 6).spend("c", DAY.plusDays(day), "60");
            for (int deal = 0; deal < 6; deal++) {
                records.deal("c", DAY.plusDays(day), 0, margin);
            }
        }
        SegmentLedger total = Segmenter.total(records.asOf(DAY.plusDays(30)), Filter.NONE, 0, 30);
        Window window = new Window(0, 27, 30);
        PeerGroup peerGroup = PeerGroup.of(new Terms(1, 0, 0, 0, null), total, List.of(), window);
        return SegmentEstimates.ofPart(new SegmentContext(total, peerGroup, window), phi)
                .target()
                .probability()
                .orElseThrow();
    }
}
