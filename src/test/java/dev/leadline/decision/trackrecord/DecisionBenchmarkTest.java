package dev.leadline.decision.trackrecord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.decision.Asking;
import dev.leadline.ledger.Dimension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints what each policy would have done to simulated firms, and holds the goals: {@code ./mvnw -Pdecisions test}. */
@Tag("decisions")
class DecisionBenchmarkTest {

    private static final int MARKETS = Integer.getInteger("decisions.markets", 200);
    private static final long SEED = Long.getLong("decisions.seed", 20260101);

    @Test
    void given_simulated_firms_then_it_scales_rightly_and_misses_half_of_what_usual_rules_miss() throws IOException {
        PolicyScores scores = IntStream.range(0, MARKETS)
                .parallel()
                .mapToObj(market -> scores(Portfolio.draw(SEED + market)))
                .reduce(new PolicyScores(), PolicyScores::and);
        System.out.println(scores.table());
        Files.writeString(Path.of("target", "decisions.md"), scores.table());

        assertTrue(scores.precision(PolicyScores.LEADLINE) >= 0.9, "SCALE that is right");
        double usual = Math.min(scores.regret(PolicyScores.LAST_WEEK), scores.regret(PolicyScores.LAST_30_DAYS));
        assertTrue(scores.regret(PolicyScores.LEADLINE) <= usual / 2, "regret against the better usual rule's");
        assertTrue(scores.greatScaled() >= 0.8, "great products scaled");
        assertTrue(scores.losingFixed() >= 0.7, "losing products found");
        assertEquals(0, scores.greatFixed(), "great products to be fixed");
    }

    private static PolicyScores scores(Portfolio portfolio) {
        Asking asking = Asking.asOf(Portfolio.FIRST.plusDays(Portfolio.DAYS - 1L), Dimension.CAMPAIGN);
        PastDecisions past = new PastDecisions(asking.query(), asking.policy(), portfolio.ledger(), 1);
        return PolicyScores.of(portfolio, past.of(Portfolio.DECISION_WEEKS));
    }
}
