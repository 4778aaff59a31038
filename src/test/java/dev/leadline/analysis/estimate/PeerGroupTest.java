package dev.leadline.analysis.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.Filter;
import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.segment.Segmenter;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.ledger.store.LedgerFixture;
import dev.leadline.statistics.BetaPrior;
import dev.leadline.statistics.CohortMaturity;
import dev.leadline.statistics.CohortTable;
import dev.leadline.statistics.ConversionExposure;
import dev.leadline.statistics.PlausibleTiming;
import dev.leadline.statistics.RateEvidence;
import dev.leadline.statistics.RatePosterior;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;

class PeerGroupTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    /** 240 days of 20 inquiries, every deal on its day: 10 % in all, by months of cohorts as given, in percent. */
    private static Estimate conversion(int... percentByMonth) {
        LedgerFixture records = new LedgerFixture().campaign("c");
        for (int day = 0; day < 240; day++) {
            records.inquiries("c", DAY.plusDays(day), 20);
            for (int deal = 0; deal < percentByMonth[day / 30] / 5; deal++) {
                records.deal("c", DAY.plusDays(day), 0, "50");
            }
        }
        SegmentLedger total = Segmenter.total(records.asOf(DAY.plusDays(240)), Filter.NONE, 0, 240);
        Window window = new Window(0, 239, 240);
        PeerGroup peerGroup = PeerGroup.of(new Terms(1, 0, 0, 0, null), total, List.of(), window);
        return SegmentEstimates.of(new SegmentContext(total, peerGroup, window), Omission.NONE)
                .conversionRate(0.9);
    }

    @Test
    void given_cohorts_that_vary_by_more_than_chance_then_the_conversion_is_less_certain() {
        Estimate calm = conversion(10, 10, 10, 10, 10, 10, 10, 10);
        Estimate wild = conversion(5, 15, 5, 15, 5, 15, 5, 15);

        // Months of 600 inquiries, 60 deals expected, 30 away each: (8 x 900 / 54 + 4) / (7 + 4) = 12.5 = 3.5 squared.
        assertEquals(calm.estimate(), wild.estimate(), 0.002);
        assertEquals(3.5, (wild.high() - wild.low()) / (calm.high() - calm.low()), 0.2);
    }

    /**
     * Six stores, whose inquiries are 0 to 39 days old and whose deals take their time, so that the timings that remain plausible say
     * different things of what is still to come. By each, the rates of the siblings are those at which they would have shown what they
     * have; and so is the prior of a seventh store that has shown nothing.
     */
    @Test
    void given_several_plausible_timings_then_the_prior_is_by_each_what_the_siblings_would_be_by_it() {
        Ledger ledger = stores().asOf(DAY.plusDays(39));
        Window window = new Window(0, 39, 39);
        Terms terms = new Terms(180, 0, 0, 0, null);
        SegmentLedger total = Segmenter.total(ledger, Filter.NONE, 0, 39);
        List<SegmentLedger> siblings = Segmenter.of(ledger, List.of(Dimension.STORE), Filter.NONE, 0, 39);
        PeerGroup peerGroup = PeerGroup.of(terms, total, siblings, window);
        CohortTable table = peerGroup.cohorts(total);
        BetaPrior central = BetaPrior.empiricalBayes(siblings.stream()
                .map(s -> peerGroup.timing(s).exposure(peerGroup.cohorts(s), 0, 39))
                .map(e -> new RateEvidence(e.exposure(), e.deals()))
                .toList());
        double exposure = peerGroup.timing(total).exposure(table, 0, 39).exposure();
        List<PlausibleTiming> timings = peerGroup.matureTiming().plausible();
        List<Double> factors = new ArrayList<>();
        for (PlausibleTiming plausible : timings) {
            CohortMaturity shares = CohortMaturity.of(table, plausible.timing(), 180);
            factors.add(exposure / ConversionExposure.of(table, shares, 0, 39).exposure());
        }
        CohortTable nothing = CohortTable.builder(new long[40], 0).build();

        RatePosterior unseen = peerGroup.rate(peerGroup.timing(total).cases(nothing, 0, 39));

        assertTrue(factors.stream().anyMatch(f -> f > 1.3), factors.toString());
        for (double probability : new double[] {0.05, 0.5, 0.95}) {
            double rate = unseen.quantile(probability);
            double byTimings = IntStream.range(0, timings.size())
                    .mapToDouble(i -> timings.get(i).weight() * below(rate, central.times(factors.get(i))))
                    .sum();
            assertEquals(probability, byTimings, 0.005, "at " + probability);
        }
    }

    private static double below(double rate, BetaPrior prior) {
        return BetaDistribution.of(prior.alpha(), prior.beta()).cumulativeProbability(rate);
    }

    private static LedgerFixture stores() {
        LedgerFixture records = new LedgerFixture();
        for (int store = 0; store < 6; store++) {
            String name = "store " + store;
            records.campaign(name, Map.of(Dimension.STORE, name));
            for (int day = 0; day < 40; day++) {
                records.inquiries(name, DAY.plusDays(day), 10);
                int lag = 3 + (7 * day + 11 * store) % 60;
                if (day % 2 == 0) {
                    records.deal(name, DAY.plusDays(day), lag, "50");
                }
            }
        }
        return records;
    }
}
