package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BetaBinomialsTest {

    @Test
    void given_random_families_when_two_means_are_compared_then_the_quick_way_answers_as_the_exact_one() {
        SplittableRandom random = new SplittableRandom(31);
        for (int family = 0; family < 400; family++) {
            BetaBinomials likelihood = new BetaBinomials(siblings(random), Math.exp(random.nextDouble(-0.7, 3)));
            double one = random.nextDouble(-14, 14);
            // As near to each other as the last steps of a search come, and nearer.
            double other = one + random.nextDouble(-1, 1) * Math.pow(10, -random.nextInt(16));

            assertEquals(
                    likelihood.at(one) >= likelihood.at(other),
                    likelihood.isAsLikely(one, likelihood.nearly(one), other, likelihood.nearly(other)),
                    "family " + family + " at " + one + " and " + other);
            assertEquals(likelihood.at(one), likelihood.nearly(one), 1e-9 * (1 + Math.abs(likelihood.at(one))));
        }
    }

    /** Of all sizes, some without a deal, some with more than they have had time to show. */
    private static List<RateEvidence> siblings(SplittableRandom random) {
        List<RateEvidence> siblings = new ArrayList<>();
        double size = Math.pow(10, random.nextDouble(0, 7));
        int count = 5 + random.nextInt(60);
        for (int s = 0; s < count; s++) {
            double exposure = size * random.nextDouble(0.01, 1);
            siblings.add(new RateEvidence(exposure, (long) (exposure * random.nextDouble() * random.nextDouble())));
        }
        siblings.add(new RateEvidence(0.01, 3));
        return siblings;
    }
}
