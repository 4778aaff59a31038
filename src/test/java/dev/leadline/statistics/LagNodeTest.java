package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LagNodeTest {

    private static double moment(double[] counts, int power) {
        double sum = 0;
        for (int lag = 0; lag < counts.length; lag++) {
            sum += counts[lag] * Math.pow(Math.log1p(lag), power);
        }
        return sum;
    }

    private static double moment(List<LagNode> nodes, int power) {
        return nodes.stream()
                .mapToDouble(node -> node.weight() * Math.pow(Math.log1p(node.lag()), power))
                .sum();
    }

    @Test
    void given_any_counts_when_grouped_then_no_weight_is_negative_and_total_and_three_moments_stay() {
        SplittableRandom random = new SplittableRandom(61);
        for (int run = 0; run < 500; run++) {
            double[] counts = new double[random.nextInt(1, 1_500)];
            double filled = Math.pow(random.nextDouble(), 3);
            for (int lag = 0; lag < counts.length; lag++) {
                counts[lag] = random.nextDouble() < filled ? Math.rint(Math.pow(10, 5 * random.nextDouble())) : 0;
            }

            List<LagNode> nodes = LagNode.of(counts);

            for (LagNode node : nodes) {
                assertTrue(node.weight() > 0, node.toString());
                assertTrue(node.lag() >= 0 && node.lag() <= counts.length - 1, node.toString());
            }
            assertTrue(nodes.size() <= 60, nodes.size() + " nodes");
            for (int power = 0; power <= 3; power++) {
                double expected = moment(counts, power);
                assertEquals(expected, moment(nodes, power), 1e-9 * expected, "moment " + power);
            }
        }
    }

    @Test
    void given_few_lags_when_grouped_then_they_are_kept_as_they_are() {
        double[] counts = new double[200];
        for (int lag = 11; lag < 100; lag += 14) {
            counts[lag] = lag;
        }

        List<LagNode> nodes = LagNode.of(counts);

        assertEquals(7, nodes.size());
        for (int i = 0; i < 7; i++) {
            assertEquals(11 + 14 * i, nodes.get(i).lag(), 1e-9);
            assertEquals(11 + 14 * i, nodes.get(i).weight(), 1e-9);
        }
    }

    @Test
    void given_no_counts_then_there_are_no_nodes() {
        assertTrue(LagNode.of(new double[0]).isEmpty());
        assertTrue(LagNode.of(new double[300]).isEmpty());
    }
}
