package dev.leadline.decision.trackrecord;

import dev.leadline.decision.Action;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.DealCursor;
import dev.leadline.ledger.store.SimulatedLedger;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How policies did on simulated firms, against the truth. */
final class PolicyScores {

    static final String LEADLINE = "Leadline";
    static final String LAST_WEEK = "last week's sales";
    static final String LAST_30_DAYS = "last 30 days' sales";

    private static final double GREAT = 2 * (1 + Portfolio.TARGET) - 1;
    private static final double LOSING = -0.4;
    private static final int DEALS = 20;

    /** One policy. Weeks are those of a product. */
    private static final class Score {
        long scaledWeeks;
        long rightlyScaledWeeks;
        long goodWeeks;
        long badProducts;
        long badProductsScaled;
        double profit;
        double oracle;

        void add(Score other) {
            scaledWeeks += other.scaledWeeks;
            rightlyScaledWeeks += other.rightlyScaledWeeks;
            goodWeeks += other.goodWeeks;
            badProducts += other.badProducts;
            badProductsScaled += other.badProductsScaled;
            profit += other.profit;
            oracle += other.oracle;
        }
    }

    private static final Map<String, Predicate<PastDecision>> POLICIES = new LinkedHashMap<>();

    static {
        POLICIES.put(LEADLINE, decision -> decision.judgement().isScale());
        POLICIES.put(LAST_WEEK, decision -> decision.scaledBy().contains(UsualRule.LAST_WEEK));
        POLICIES.put(LAST_30_DAYS, decision -> decision.scaledBy().contains(UsualRule.LAST_30_DAYS));
        POLICIES.put("always hold", decision -> false);
    }

    private final Map<String, Score> scores = new LinkedHashMap<>();
    private int markets;
    private int great;
    private int greatScaled;
    private int losing;
    private int losingFixed;
    private long fixedWeeks;
    private long goodFixedWeeks;
    private int steadyGood;
    private int steadyGoodFixed;
    private int steadyGreat;
    private int steadyGreatFixed;

    PolicyScores() {
        POLICIES.keySet().forEach(name -> scores.put(name, new Score()));
    }

    static PolicyScores of(Portfolio portfolio, List<PastDecision> decisions) {
        PolicyScores scores = new PolicyScores();
        scores.markets = 1;
        Map<String, List<PastDecision>> byCampaign = decisions.stream()
                .collect(Collectors.groupingBy(
                        d -> d.segment().segment().values().get(Dimension.CAMPAIGN), Collectors.toList()));
        for (int p = 0; p < Portfolio.PRODUCTS; p++) {
            scores.see(portfolio, portfolio.products().get(p), byCampaign.get(SimulatedLedger.idOf(p)));
        }
        return scores;
    }

    private void see(Portfolio portfolio, Portfolio.Product product, List<PastDecision> decisions) {
        PastDecision[] weeks = new PastDecision[Portfolio.DECISION_WEEKS];
        for (PastDecision decision : decisions) {
            // A recommendation at the end of a Sunday is for the week that follows.
            weeks[week(decision)] = decision;
        }
        POLICIES.forEach((name, policy) -> see(scores.get(name), product, weeks, policy));
        if (product.change() == Portfolio.Change.NONE) {
            seeSteady(portfolio, product, weeks);
            boolean fixed = Arrays.stream(weeks)
                    .anyMatch(w -> w != null && w.judgement().action() == Action.FIX);
            double roi = product.roiOn(0);
            steadyGood += roi >= Portfolio.TARGET ? 1 : 0;
            steadyGoodFixed += roi >= Portfolio.TARGET && fixed ? 1 : 0;
            steadyGreat += roi >= GREAT ? 1 : 0;
            steadyGreatFixed += roi >= GREAT && fixed ? 1 : 0;
        }
        for (PastDecision week : weeks) {
            if (week != null && week.judgement().action() == Action.FIX) {
                fixedWeeks++;
                goodFixedWeeks += roi(product, week) >= Portfolio.TARGET ? 1 : 0;
            }
        }
    }

    private static int week(PastDecision decision) {
        return (int) (ChronoUnit.DAYS.between(Portfolio.FIRST, decision.day()) + 1 - Portfolio.HISTORY) / 7;
    }

    private static double roi(Portfolio.Product product, PastDecision decision) {
        return product.roiOn(ReplicationRule.day(week(decision)));
    }

    private static void see(
            Score score, Portfolio.Product product, PastDecision[] weeks, Predicate<PastDecision> policy) {
        boolean[] scaled = new boolean[weeks.length];
        boolean everGood = false;
        for (int week = 0; week < weeks.length; week++) {
            scaled[week] = weeks[week] != null && policy.test(weeks[week]);
            double roi = product.roiOn(ReplicationRule.day(week));
            boolean good = roi >= Portfolio.TARGET;
            everGood |= roi > 0;
            score.goodWeeks += good ? 1 : 0;
            score.scaledWeeks += scaled[week] ? 1 : 0;
            score.rightlyScaledWeeks += scaled[week] && good ? 1 : 0;
        }
        if (!everGood) {
            score.badProducts++;
            score.badProductsScaled += IntStream.range(0, scaled.length).anyMatch(w -> scaled[w]) ? 1 : 0;
        }
        score.profit += ReplicationRule.profit(product, scaled);
        score.oracle += ReplicationRule.profit(product, ReplicationRule.oracle(product, weeks.length));
    }

    /** From its 20th deal on known, is a great product SCALE, and a losing one FIX, within two cycles? */
    private void seeSteady(Portfolio portfolio, Portfolio.Product product, PastDecision[] weeks) {
        int cycle = Math.max(4, Math.min(12, (int) Math.ceil(portfolio.medianDelay() / 7)));
        PastDecision[] told = Arrays.stream(weeks)
                .filter(week -> week != null && deals(week) >= DEALS)
                .limit(2L * cycle + 1)
                .toArray(PastDecision[]::new);
        if (told.length < 2 * cycle + 1) {
            return;
        }
        double roi = product.roiOn(0);
        if (roi >= GREAT) {
            great++;
            greatScaled += Arrays.stream(told).anyMatch(w -> w.judgement().isScale()) ? 1 : 0;
        } else if (roi <= LOSING) {
            losing++;
            losingFixed += Arrays.stream(told).anyMatch(w -> w.judgement().action() == Action.FIX) ? 1 : 0;
        }
    }

    private static long deals(PastDecision decision) {
        int day = decision.segment().ledger().index(decision.day());
        long[] count = new long[1];
        for (DealCursor deal = decision.segment().deals(day, dev.leadline.ledger.segment.Omission.NONE);
                deal.next(); ) {
            count[0]++;
        }
        return count[0];
    }

    PolicyScores and(PolicyScores other) {
        PolicyScores both = new PolicyScores();
        for (PolicyScores one : List.of(this, other)) {
            one.scores.forEach((name, score) -> both.scores.get(name).add(score));
            both.markets += one.markets;
            both.great += one.great;
            both.greatScaled += one.greatScaled;
            both.losing += one.losing;
            both.losingFixed += one.losingFixed;
            both.fixedWeeks += one.fixedWeeks;
            both.goodFixedWeeks += one.goodFixedWeeks;
            both.steadyGood += one.steadyGood;
            both.steadyGoodFixed += one.steadyGoodFixed;
            both.steadyGreat += one.steadyGreat;
            both.steadyGreatFixed += one.steadyGreatFixed;
        }
        return both;
    }

    /** Of the weeks in which a policy scaled, those in which the product was at or above target. */
    double precision(String policy) {
        Score score = scores.get(policy);
        return (double) score.rightlyScaledWeeks / score.scaledWeeks;
    }

    /** The share of the oracle's profit that a policy missed. */
    double regret(String policy) {
        Score score = scores.get(policy);
        return (score.oracle - score.profit) / score.oracle;
    }

    double greatScaled() {
        return (double) greatScaled / great;
    }

    double losingFixed() {
        return (double) losingFixed / losing;
    }

    /** Steady great products that were ever FIX. */
    int greatFixed() {
        return steadyGreatFixed;
    }

    String table() {
        StringBuilder text = new StringBuilder("\n" + markets + " firms of " + Portfolio.PRODUCTS + " products, "
                + Portfolio.DECISION_WEEKS + " weeks, target " + Portfolio.TARGET + "\n\n"
                + "| policy | SCALE right | good weeks scaled | bad products ever scaled | profit a firm | regret |\n"
                + "|---|---:|---:|---:|---:|---:|\n");
        scores.forEach((name, s) -> text.append(String.format(
                Locale.ROOT,
                "| %s | %s | %.1f %% | %.1f %% | %,.0f | %.1f %% |%n",
                name,
                s.scaledWeeks == 0
                        ? "-"
                        : String.format(Locale.ROOT, "%.1f %%", 100.0 * s.rightlyScaledWeeks / s.scaledWeeks),
                100.0 * s.rightlyScaledWeeks / s.goodWeeks,
                100.0 * s.badProductsScaled / s.badProducts,
                s.profit / markets,
                100 * regret(name))));
        return text.append(String.format(
                        Locale.ROOT,
                        "%nSteady products with a return of %.1f or better, SCALE within two cycles of the 20th deal: %d of %d (%.1f %%)%n"
                                + "Steady products that lose 40 %% or more, FIX within two cycles of the 20th deal: %d of %d (%.1f %%)%n"
                                + "Steady products at or above target that were ever FIX: %d of %d; of %.1f or better: %d of %d%n"
                                + "FIX in weeks in which the product was at or above target, changed ones too: %d of %d%n",
                        GREAT,
                        greatScaled,
                        great,
                        100.0 * greatScaled / great,
                        losingFixed,
                        losing,
                        100.0 * losingFixed / losing,
                        steadyGoodFixed,
                        steadyGood,
                        GREAT,
                        steadyGreatFixed,
                        steadyGreat,
                        goodFixedWeeks,
                        fixedWeeks))
                .toString();
    }
}
