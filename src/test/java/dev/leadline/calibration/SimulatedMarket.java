package dev.leadline.calibration;

import dev.leadline.analysis.estimate.Terms;
import dev.leadline.demo.RandomSource;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.ledger.store.SimulatedLedger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The history of a workspace of six campaigns: what is on record of it, and what is true. The campaigns are drawn from one
 * peer group: their volumes, rates and orders differ, their timing does not.
 *
 * @param segments the truth by campaign
 * @param totalRate the mean rate by the horizon of the window's inquiries
 * @param inquiries all of them
 */
record SimulatedMarket(Ledger ledger, Terms terms, List<SegmentTruth> segments, double totalRate, long inquiries) {

    static final int SEGMENTS = 6;

    private static final LocalDate MONDAY = LocalDate.of(2024, 1, 1);
    private static final double TARGET_ROI = 0.3;
    private static final double DISCOUNT_RATE = 0.1;
    /** Of the peer group's margin per inquiry. */
    private static final double HANDLING_SHARE = 0.1;

    private static final double MEDIAN_MARGIN = 2_000;
    private static final double LOG_SD_OF_VOLUMES = 0.6;
    /** Costs are drawn round what the peer group can bear, so that some reach the target and some do not. */
    private static final double LOG_SD_OF_COSTS = 0.6;

    private static final double HIGHEST_RATE = 0.6;
    private static final double[] WEEK = {1.2, 1.2, 1.2, 1.2, 1.1, 0.5, 0.6};

    static SimulatedMarket draw(MarketSetting setting) {
        return new Simulation(setting).run();
    }

    private static final class Simulation {
        private final MarketSetting setting;
        private final RandomSource random;
        private final OrderTiming timing;
        private final Terms terms;
        private final double familyMargin;
        private final double ordersPerDeal;
        private final double discountedOrdersPerDeal;
        private final SimulatedLedger records = new SimulatedLedger(MONDAY, MarketSetting.DAYS, SEGMENTS);
        private int inquiries;
        private long windowInquiries;
        private double windowRates;

        Simulation(MarketSetting setting) {
            this.setting = setting;
            this.random = RandomSource.seeded(setting.seed());
            this.timing = new OrderTiming(setting);
            int horizon = setting.horizonDays();
            this.ordersPerDeal = timing.ordersPerDeal(horizon, 0);
            double discountRate = setting.handled() ? DISCOUNT_RATE : 0;
            this.discountedOrdersPerDeal = timing.ordersPerDeal(horizon, discountRate);
            this.familyMargin = setting.rate() * timing.shareBy(horizon) * MEDIAN_MARGIN * ordersPerDeal;
            this.terms = new Terms(
                    horizon,
                    TARGET_ROI,
                    setting.handled() ? HANDLING_SHARE * familyMargin : 0,
                    discountRate,
                    setting.trackedFrom() == 0 ? null : MONDAY.plusDays(setting.trackedFrom()));
        }

        SimulatedMarket run() {
            List<SegmentTruth> truths = new ArrayList<>();
            for (int campaign = 0; campaign < SEGMENTS; campaign++) {
                truths.add(segment(campaign));
            }
            return new SimulatedMarket(records.build(), terms, truths, windowRates / windowInquiries, inquiries);
        }

        private SegmentTruth segment(int campaign) {
            double volume = random.logNormal(setting.volume(), LOG_SD_OF_VOLUMES);
            double rate = Math.min(HIGHEST_RATE, random.logNormal(setting.rate(), setting.spread()));
            double meanMargin = random.logNormal(MEDIAN_MARGIN, setting.spread());
            double price = random.logNormal(familyMargin / (1 + TARGET_ROI), LOG_SD_OF_COSTS);
            Sums window = new Sums();
            for (int day = 0; day < MarketSetting.DAYS; day++) {
                double since = day - (MarketSetting.WINDOW_FROM + MarketSetting.DAYS - 1) / 2.0;
                double expected =
                        volume * WEEK[day % WEEK.length] * setting.drift().ofVolume(since);
                double spend = expected * price * setting.drift().ofCost(since);
                double dayRate = Math.min(1, rate * setting.drift().ofRate(since));
                int count = random.count(expected, setting.dispersion());
                records.spend(campaign, day, spend);
                if (count > 0) {
                    records.inquiries(campaign, day, count);
                }
                double margin = deals(campaign, day, count, dayRate, meanMargin);
                if (day >= MarketSetting.WINDOW_FROM) {
                    windowInquiries += count;
                    windowRates += count * dayRate * timing.shareBy(setting.horizonDays());
                }
                if (day >= MarketSetting.WINDOW_FROM) {
                    window.add(expected, spend, count, dayRate, margin);
                }
            }
            return truth(window, rate, meanMargin);
        }

        /** Puts the deals of a cohort on record, as far as they are known, and sums the margin that they bring by the horizon. */
        private double deals(int campaign, int day, int count, double rate, double meanMargin) {
            double median = meanMargin * Math.exp(-setting.logSd() * setting.logSd() / 2);
            double sum = 0;
            for (int i = 0; i < count; i++) {
                inquiries++;
                if (random.chance(rate)) {
                    int first = timing.firstLag(random);
                    sum += deal(campaign, day, first, first, median);
                    if (timing.repeats(random)) {
                        sum += deal(campaign, day, first, first + timing.daysToRepeat(random), median);
                    }
                }
            }
            return sum;
        }

        /** A repeat order whose first is not on record is not either: it would pass for a first one. */
        private double deal(int campaign, int day, int first, int lag, double median) {
            double margin = random.logNormal(median, setting.logSd());
            if (day + first >= setting.trackedFrom() && day + lag < MarketSetting.DAYS) {
                records.deal(campaign, inquiries, day, lag, margin);
            }
            return lag <= setting.horizonDays() ? margin : 0;
        }

        private SegmentTruth truth(Sums window, double rate, double meanMargin) {
            double windowRate = (window.inquiries == 0 ? rate : window.rates / window.inquiries)
                    * timing.shareBy(setting.horizonDays());
            double marginPerInquiry = windowRate * meanMargin * ordersPerDeal;
            double discounted = windowRate * meanMargin * discountedOrdersPerDeal;
            int days = MarketSetting.DAYS - MarketSetting.WINDOW_FROM;
            return new SegmentTruth(
                    window.expected / days,
                    window.spend / window.expected,
                    windowRate,
                    meanMargin * ordersPerDeal,
                    (discounted - terms.handlingCost()) / (1 + TARGET_ROI),
                    window.inquiries * marginPerInquiry / window.spend - 1,
                    window.margin / window.spend - 1);
        }
    }

    private static final class Sums {
        private double expected;
        private double spend;
        private long inquiries;
        private double rates;
        private double margin;

        void add(double expected, double spend, int inquiries, double rate, double margin) {
            this.expected += expected;
            this.spend += spend;
            this.inquiries += inquiries;
            this.rates += inquiries * rate;
            this.margin += margin;
        }
    }
}
