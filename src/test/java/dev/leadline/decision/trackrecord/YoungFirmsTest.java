package dev.leadline.decision.trackrecord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.decision.Asking;
import dev.leadline.demo.RandomSource;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.store.SimulatedLedger;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Prints how sure recommendations were in the first 30 weeks of simulated firms of 12 products that stay as they are, and how often
 * they were right: {@code ./mvnw -Pdecisions test -Dtest=YoungFirmsTest}.
 */
@Tag("decisions")
class YoungFirmsTest {

    private static final int FIRMS = Integer.getInteger("young.firms", 60);
    private static final int PRODUCTS = 12;
    private static final int WEEKS = 30;
    private static final int OUTCOME_WEEKS = 8;
    private static final int DAYS = 7 * (WEEKS + OUTCOME_WEEKS) + Portfolio.HORIZON;
    private static final double LOG_SD_OF_DEALS = 0.9;

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 1.2})
    void given_young_firms_then_forecasts_of_later_weeks_are_better_than_those_of_the_first(double logSdOfProducts) {
        List<PastDecision> decisions = IntStream.range(0, FIRMS)
                .mapToObj(firm -> decisions(RandomSource.seeded(40_000 + firm), logSdOfProducts))
                .flatMap(List::stream)
                .filter(decision -> decision.outcome().isKnown())
                .toList();
        List<TrackRecord.ByDealRecords> parts =
                new CalibrationTables(decisions, Portfolio.TARGET, OUTCOME_WEEKS).byDealRecords();
        parts.forEach(part -> print(logSdOfProducts, part));
        TrackRecord.Predictive first = parts.get(0).predictive();
        TrackRecord.Predictive later = parts.get(1).predictive();

        assertTrue(later.logScore() < first.logScore(), later + " after " + first);
        assertEquals(later.meanProbability(), later.metTarget(), 0.05);
    }

    private static List<PastDecision> decisions(RandomSource random, double logSdOfProducts) {
        SimulatedLedger records = new SimulatedLedger(Portfolio.FIRST, DAYS, PRODUCTS);
        int deals = 0;
        for (int product = 0; product < PRODUCTS; product++) {
            double volume = 1.5 * Math.pow(6, random.uniform());
            double rate = random.logNormal(0.05, 0.3);
            double median = random.logNormal(1_500, logSdOfProducts);
            double earned = rate * median * Math.exp(LOG_SD_OF_DEALS * LOG_SD_OF_DEALS / 2);
            double cost = random.logNormal(earned / (1 + Portfolio.TARGET), 0.6);
            for (int day = 0; day < DAYS; day++) {
                int count = random.count(volume, 1.5);
                records.spend(product, day, volume * cost);
                if (count > 0) {
                    records.inquiries(product, day, count);
                }
                for (int i = 0; i < count; i++) {
                    int lag = (int) random.logNormal(15, 0.9);
                    double margin = random.logNormal(median, LOG_SD_OF_DEALS);
                    if (random.chance(rate) && day + lag < DAYS) {
                        records.deal(product, deals++, day, lag, margin);
                    }
                }
            }
        }
        LocalDate last = Portfolio.FIRST.plusDays(DAYS - 1L);
        Asking asking = Asking.asOf(last, Dimension.CAMPAIGN);
        return new PastDecisions(asking.query(), asking.policy(), records.build(), OUTCOME_WEEKS).of(WEEKS);
    }

    private static void print(double logSdOfProducts, TrackRecord.ByDealRecords part) {
        TrackRecord.Predictive predictive = part.predictive();
        TrackRecord.Band sure = part.calibration().get(part.calibration().size() - 1);
        System.out.printf(
                Locale.ROOT,
                "%nProducts' log-sd %.1f, from week %d: %d, said %.3f, came %.3f, Brier %.3f (%.3f), log %.3f (%.3f)%n"
                        + "P from %.2f: %d, P %.3f, predictive %.3f, came %.3f%n",
                logSdOfProducts,
                part.fromWeeks(),
                predictive.decisions(),
                predictive.meanProbability(),
                predictive.metTarget(),
                predictive.brierScore(),
                predictive.brierScoreOfConstant(),
                predictive.logScore(),
                predictive.logScoreOfConstant(),
                sure.from(),
                sure.decisions(),
                sure.meanProbability(),
                sure.meanPredictiveProbability(),
                sure.metTarget());
        predictive
                .calibration()
                .forEach(band -> System.out.printf(
                        Locale.ROOT,
                        "| %.2f to %.2f | %d | %.2f | %.2f |%n",
                        band.from(),
                        band.to(),
                        band.decisions(),
                        band.meanProbability(),
                        band.metTarget()));
    }
}
