package dev.leadline.decision.trackrecord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.decision.Asking;
import dev.leadline.decision.PastEvidence;
import dev.leadline.decision.SegmentEvidence;
import dev.leadline.demo.RandomSource;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.Segment;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.store.History;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.ledger.store.SimulatedLedger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of outcomes before they come, where the truth is known. */
class PredictiveProbabilityTest {

    private static final LocalDate FIRST = Portfolio.FIRST;
    private static final int FIRMS = 16;
    private static final int OUTCOME_DAYS = 56;
    private static final int OUTCOMES = 6;

    private static List<Said> said;

    @BeforeAll
    static void say() {
        said = IntStream.range(0, FIRMS)
                .mapToObj(firm -> said(Portfolio.draw(7_000 + firm)))
                .flatMap(List::stream)
                .toList();
    }

    /** Of one product on one day: the probability of the long run, that of the outcome, and whether that met the target. */
    private record Said(double longRun, double predictive, boolean met) {}

    /** Of the products that stay as they are, each eighth week, so that no two outcomes share an inquiry. */
    private static List<Said> said(Portfolio firm) {
        Asking asking = Asking.asOf(FIRST.plusDays(Portfolio.DAYS - 1L), Dimension.CAMPAIGN);
        PastEvidence past = new PastEvidence(asking.query(), firm.ledger());
        Map<Segment, SegmentLedger> present =
                past.segments().stream().collect(Collectors.toMap(SegmentLedger::segment, Function.identity()));
        List<LocalDate> days = IntStream.range(0, OUTCOMES)
                .mapToObj(i -> FIRST.plusDays(Portfolio.HISTORY - 1 + (long) i * OUTCOME_DAYS))
                .toList();
        List<Said> ofFirm = new ArrayList<>();
        past.inTurn(
                days,
                steady(firm, present.keySet()),
                evidence -> said(evidence, present.get(evidence.segment().segment())),
                (day, ofDay) -> ofFirm.addAll(ofDay));
        return ofFirm;
    }

    private static Set<Segment> steady(Portfolio firm, Set<Segment> all) {
        Set<String> steady = IntStream.range(0, Portfolio.PRODUCTS)
                .filter(p -> firm.products().get(p).change() == Portfolio.Change.NONE)
                .mapToObj(SimulatedLedger::idOf)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(segment -> steady.contains(segment.values().get(Dimension.CAMPAIGN)))
                .collect(Collectors.toSet());
    }

    private static Said said(SegmentEvidence evidence, SegmentLedger present) {
        int day = present.ledger().index(evidence.day());
        RealisedReturn outcome = RealisedReturn.ofCohorts(present, day + 1, day + OUTCOME_DAYS, Portfolio.HORIZON);
        return new Said(
                evidence.probability().orElseThrow(),
                evidence.outcomeProbability(outcome.spend()).orElseThrow(),
                outcome.roi() >= Portfolio.TARGET);
    }

    private static Calibration calibration(List<Said> said, ToDoubleFunction<Said> probability) {
        return new Calibration(said.stream()
                .map(s -> new Calibration.Case(Segment.TOTAL, FIRST, probability.applyAsDouble(s), s.met()))
                .toList());
    }

    /** Three standard errors of a share of so many independent outcomes. */
    private static double chance(Calibration some) {
        return 3 * Math.sqrt(some.meanProbability() * (1 - some.meanProbability()) / some.number());
    }

    @Test
    void given_firms_as_the_model_takes_them_then_as_many_outcomes_meet_the_target_as_was_said() {
        Calibration all = calibration(said, Said::predictive);

        assertTrue(all.number() > 1_200, "" + all.number());
        assertEquals(all.meanProbability(), all.share(), 0.03);
        for (double from = 0; from < 1; from += 0.2) {
            double low = from;
            Calibration band = calibration(
                    said.stream()
                            .filter(s -> s.predictive() >= low && s.predictive() < low + 0.2)
                            .toList(),
                    Said::predictive);
            String told = "from " + low + ": " + band.number() + ", said " + band.meanProbability() + ", came "
                    + band.share();
            assertTrue(band.number() >= 100, told);
            assertEquals(band.meanProbability(), band.share(), 0.02 + chance(band), told);
        }
    }

    @Test
    void given_the_same_firms_then_it_forecasts_outcomes_better_than_the_probability_of_the_long_run() {
        Calibration predictive = calibration(said, Said::predictive);

        assertTrue(
                predictive.brierScore() < 0.9 * calibration(said, Said::longRun).brierScore());
        assertTrue(predictive.brierScore() < 0.65 * predictive.brierScoreOfConstant());
        assertTrue(predictive.logScore() < 0.7 * predictive.logScoreOfConstant());
    }

    /** Over 0.95 said of the long run is right of the long run, and nothing to expect of eight weeks. */
    @Test
    void given_a_sure_long_run_then_the_outcome_is_less_sure_and_is_said_to_be() {
        List<Said> sure = said.stream().filter(s -> s.longRun() >= 0.9).toList();
        Calibration longRun = calibration(sure, Said::longRun);
        Calibration predictive = calibration(sure, Said::predictive);

        assertTrue(longRun.meanProbability() > longRun.share() + 0.1, "" + longRun.share());
        assertEquals(predictive.meanProbability(), predictive.share(), 0.02 + chance(predictive));
    }

    private static final int KNOWN_DAYS = 700;
    private static final int PER_DAY = 20;
    private static final double RATE = 0.05;
    private static final double MEDIAN = 1_000;

    /** A product with so many deals that hardly anything but the outcome is unknown, and what these deals were. */
    private record Known(
            SegmentEvidence evidence, double rate, double meanLog, double sdLog, double lossShare, double cost) {

        private static final double LOSS = -300;

        static Known of(double logSd, double roi, double lossShare) {
            RandomSource random = RandomSource.seeded(11);
            double cost = RATE * MEDIAN * Math.exp(logSd * logSd / 2) / (1 + roi);
            SimulatedLedger records = new SimulatedLedger(FIRST, KNOWN_DAYS, 1);
            List<Double> logs = new ArrayList<>();
            int deals = 0;
            for (int day = 0; day < KNOWN_DAYS; day++) {
                records.spend(0, day, PER_DAY * cost);
                records.inquiries(0, day, PER_DAY);
                for (int i = 0; i < PER_DAY; i++) {
                    int lag = random.below(30);
                    if (random.chance(RATE) && day + lag < KNOWN_DAYS) {
                        double margin = random.chance(lossShare) ? LOSS : random.logNormal(MEDIAN, logSd);
                        records.deal(0, deals++, day, lag, margin);
                        if (margin > 0) {
                            logs.add(Math.log(margin));
                        }
                    }
                }
            }
            double mean = logs.stream().mapToDouble(l -> l).average().orElseThrow();
            double variance = logs.stream()
                    .mapToDouble(l -> (l - mean) * (l - mean))
                    .average()
                    .orElseThrow();
            // The last weeks' deals are not all there yet.
            double shown = (KNOWN_DAYS - 15.0) * PER_DAY;
            return new Known(
                    evidenceOf(records.build(), Dimension.CAMPAIGN),
                    deals / shown,
                    mean,
                    Math.sqrt(variance),
                    1 - (double) logs.size() / deals,
                    cost);
        }

        /** How often so much spend met the target. */
        double simulated(double spend, int runs) {
            RandomSource random = RandomSource.seeded(12);
            int met = 0;
            for (int run = 0; run < runs; run++) {
                double margin = 0;
                for (int order = random.poisson(spend / cost * rate); order > 0; order--) {
                    margin += random.chance(lossShare) ? LOSS : random.logNormal(Math.exp(meanLog), sdLog);
                }
                met += margin >= spend * (1 + Portfolio.TARGET) ? 1 : 0;
            }
            return (double) met / runs;
        }
    }

    private static SegmentEvidence evidenceOf(Ledger ledger, Dimension by) {
        Asking asking = Asking.asOf(ledger.day(ledger.days() - 1), by);
        List<SegmentEvidence> found = new ArrayList<>();
        new PastEvidence(asking.query(), ledger)
                .inTurn(List.of(asking.asOf()), Set.of(), Function.identity(), (day, all) -> found.addAll(all));
        return found.get(0);
    }

    /** 20 inquiries bring one order, 1,000 bring fifty. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 0.3, 0",
        "0.5, 1.2, 0",
        "0.5, -0.2, 0",
        "1.2, 0.3, 0",
        "1.2, 1.2, 0",
        "1.2, -0.2, 0",
        "0.8, 0.3, 0.1",
        "0.8, 1.7, 0.1"
    })
    void given_known_parameters_then_the_outcome_meets_the_target_as_often_as_simulated(
            double logSd, double roi, double lossShare) {
        Known known = Known.of(logSd, roi, lossShare);
        for (int inquiries : new int[] {20, 60, 200, 1_000}) {
            double spend = inquiries * known.cost();

            assertEquals(
                    known.simulated(spend, 10_000),
                    known.evidence().outcomeProbability(spend).orElseThrow(),
                    0.05,
                    inquiries + " inquiries");
        }
    }

    @Test
    void given_no_deal_yet_then_nothing_is_known_of_the_outcome() {
        Ledger ledger = History.fixture(History.of("new", 20).inquiriesPerDeal(day -> 1_000_000))
                .asOf(History.LAST);

        assertTrue(evidenceOf(ledger, Dimension.PRODUCT).outcomeProbability(500).isEmpty());
    }

    @Test
    void given_next_to_nothing_spent_or_very_much_then_no_outcome_is_certain() {
        SegmentEvidence losing = Known.of(0.5, -0.9, 0).evidence();
        SegmentEvidence strong = Known.of(0.5, 9, 0).evidence();

        assertEquals(0.001, losing.outcomeProbability(1e6).orElseThrow());
        assertEquals(0.999, strong.outcomeProbability(1e6).orElseThrow());
        assertTrue(strong.outcomeProbability(0.01).orElseThrow() < 0.01, "hardly an inquiry, so hardly an order");
    }
}
