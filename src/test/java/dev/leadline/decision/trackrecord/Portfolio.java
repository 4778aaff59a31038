package dev.leadline.decision.trackrecord;

import dev.leadline.demo.RandomSource;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.ledger.store.SimulatedLedger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A simulated firm of 24 products, one campaign each, whose truth is known: a year of history, a year of decisions, and as long after it
 * as its inquiries need to ripen. Two thirds of the products stay as they are; of the others the cost climbs slowly to the double, the
 * conversion falls to the half at once, or the cost falls by a third at once, in the year of decisions.
 *
 * @param medianDelay days from inquiry to deal
 */
record Portfolio(Ledger ledger, List<Product> products, double medianDelay) {

    static final int PRODUCTS = 24;
    static final int HORIZON = 180;
    static final double TARGET = 0.3;
    static final int DECISION_WEEKS = 52;
    static final LocalDate FIRST = LocalDate.of(2023, 1, 2);
    static final int HISTORY = 364;
    static final int DAYS = HISTORY + 7 * DECISION_WEEKS + HORIZON;

    private static final double MEDIAN_MARGIN = 2_000;

    enum Change {
        NONE,
        COST_CLIMBS,
        CONVERSION_FALLS,
        COST_FALLS
    }

    /**
     * A product.
     *
     * @param volume inquiries a day
     * @param rate share of inquiries that ever becomes a deal
     * @param margin mean of a deal
     * @param cost of an inquiry, before it changes
     * @param changesOn the day on which it changes
     * @param seen share of the deals that come within the horizon
     * @param replicas how well each replica of it would do against itself
     */
    record Product(
            double volume,
            double rate,
            double margin,
            double cost,
            Change change,
            int changesOn,
            double seen,
            double[] replicas) {

        double costOn(int day) {
            double since = Math.max(0, Math.min(182, day - changesOn)) / 182.0;
            return switch (change) {
                case COST_CLIMBS -> cost * (1 + since);
                case COST_FALLS -> day < changesOn ? cost : cost / 1.5;
                default -> cost;
            };
        }

        double rateOn(int day) {
            return change == Change.CONVERSION_FALLS && day >= changesOn ? rate / 2 : rate;
        }

        /** The true return of the inquiries of a day over the horizon. */
        double roiOn(int day) {
            return rateOn(day) * seen * margin / costOn(day) - 1;
        }

        double spendOn(int day) {
            return volume * costOn(day);
        }
    }

    static Portfolio draw(long seed) {
        RandomSource random = RandomSource.seeded(seed);
        double familyRate = random.logNormal(0.045, 0.35);
        double medianDelay = 10 * Math.pow(4, random.uniform());
        double delaySd = 0.6 + 0.5 * random.uniform();
        double logSd = 0.6 + 0.6 * random.uniform();
        double dispersion = 1 + 2 * random.uniform();
        double seen = share(HORIZON, medianDelay, delaySd);
        SimulatedLedger records = new SimulatedLedger(FIRST, DAYS, PRODUCTS);
        List<Product> products = new ArrayList<>();
        int inquiry = 0;
        for (int p = 0; p < PRODUCTS; p++) {
            Product product = product(random, familyRate, seen);
            products.add(product);
            double typical = product.margin() * Math.exp(-logSd * logSd / 2);
            for (int day = 0; day < DAYS; day++) {
                int count = random.count(product.volume(), dispersion);
                records.spend(p, day, product.spendOn(day));
                if (count > 0) {
                    records.inquiries(p, day, count);
                }
                for (int i = 0; i < count; i++) {
                    if (random.chance(product.rateOn(day))) {
                        int lag = (int) random.logNormal(medianDelay, delaySd);
                        double margin = random.logNormal(typical, logSd);
                        if (day + lag < DAYS) {
                            records.deal(p, inquiry++, day, lag, margin);
                        }
                    }
                }
            }
        }
        return new Portfolio(records.build(), products, medianDelay);
    }

    private static Product product(RandomSource random, double familyRate, double seen) {
        double volume = 0.7 * Math.pow(12, random.uniform());
        double rate = Math.min(0.5, random.logNormal(familyRate, 0.3));
        double margin = random.logNormal(MEDIAN_MARGIN, 0.4);
        double cost = random.logNormal(familyRate * seen * MEDIAN_MARGIN / (1 + TARGET), 0.6);
        Change change = random.chance(2.0 / 3) ? Change.NONE : Change.values()[1 + random.below(3)];
        double[] replicas = new double[ReplicationRule.MOST];
        for (int r = 0; r < replicas.length; r++) {
            replicas[r] = random.logNormal(Math.exp(-0.3 * 0.3 / 2), 0.3);
        }
        int changesOn = HISTORY + random.below(7 * DECISION_WEEKS);
        return new Product(volume, rate, margin, cost, change, changesOn, seen, replicas);
    }

    private static double share(int days, double median, double sd) {
        return org.apache.commons.statistics.distribution.NormalDistribution.of(0, 1)
                .cumulativeProbability(Math.log((days + 1) / median) / sd);
    }
}
