package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadline.demo.RandomSource;
import org.junit.jupiter.api.Test;

/**
 * Estimates of simulated markets whose truth is known, averaged over seeded runs; tolerances are four standard errors
 * or more.
 */
class KnownTruthTest {

    private static final int RUNS = 400;

    @Test
    void given_the_reference_market_when_averaged_then_only_the_naive_rate_is_too_low() {
        RandomSource random = RandomSource.seeded(20_260_101);
        Market market = Market.reference();
        int last = market.days() - 1;
        double naive = 0;
        double curve = 0;
        double exposure = 0;
        for (int run = 0; run < RUNS; run++) {
            CohortTable table = market.draw(random);
            naive += (double) table.totalFirstDeals() / table.totalInquiries() / RUNS;
            curve += CumulativeConversion.fit(table).at(last) / RUNS;
            ConversionExposure shown = ConversionExposure.of(table, k -> market.delayedAtMost(k + 1.0), 5_000, 0, last);
            exposure += shown.deals() / shown.exposure() / RUNS;
        }

        assertEquals(0.063, naive, 0.0015);
        assertEquals(0.078, curve, 0.0025);
        assertEquals(0.080, exposure, 0.0015);
    }

    @Test
    void given_deal_records_that_began_late_when_averaged_then_delayed_entry_still_finds_the_truth() {
        RandomSource random = RandomSource.seeded(7);
        Market market = new Market(0.3, 0.8, 23.5, 12, 240, 120);
        double curve = 0;
        for (int run = 0; run < RUNS; run++) {
            curve += CumulativeConversion.fit(market.draw(random)).at(119) / RUNS;
        }

        assertEquals(0.3 * market.delayedAtMost(120), curve, 0.003);
    }

    @Test
    void given_timing_estimated_from_the_same_cohorts_when_averaged_then_the_rate_is_that_by_the_horizon() {
        RandomSource random = RandomSource.seeded(11);
        Market market = new Market(0.08, 0.8, 23.5, 12, 300, 60);
        int horizon = 180;
        double rate = 0;
        for (int run = 0; run < RUNS; run++) {
            CohortTable table = market.draw(random);
            ConversionExposure shown =
                    ConversionExposure.of(table, CumulativeConversion.fit(table), horizon, 0, market.days() - 1);
            rate += Posteriors.rate(BetaPrior.weak(), shown).mean() / RUNS;
        }

        assertEquals(0.08 * market.delayedAtMost(horizon + 1), rate, 0.0015);
    }
}
