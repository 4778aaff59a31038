package dev.leadline.calibration.untidy;

import dev.leadline.calibration.DelayLaw;
import dev.leadline.demo.RandomSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws a workspace of some products, a campaign each, from broad ranges, and lets its days pass. */
final class MarketSimulation {

    private static final double MEDIAN_MARGIN = 2_000;
    private static final double HIGHEST_RATE = 0.6;
    private static final double LOG_SD_OF_VOLUMES = 0.6;
    /** Prices are drawn round what an inquiry may cost, so that some products reach the target and some do not. */
    private static final double LOG_SD_OF_PRICES = 0.5;

    private static final double LOG_SD_OF_PRICES_BY_REGION = 0.5;
    private static final double LOG_SD_OF_RATES_BY_REGION = 0.2;
    private static final double[] WEEK = {1.2, 1.2, 1.2, 1.2, 1.1, 0.5, 0.6};

    private final Condition condition;
    private final RandomSource random;
    private final int days;
    private final double dispersion;
    private final boolean spendFollowsSwing;
    private final MarketRecords records;
    private final Map<String, SegmentSums> sums = new LinkedHashMap<>();
    private int customers;

    private MarketSimulation(Condition condition, long seed) {
        this.condition = condition;
        this.random = RandomSource.seeded(seed);
        this.days = condition.days(random);
        this.dispersion = Draws.uniform(random, 1, 3);
        this.spendFollowsSwing = random.chance(0.5);
        this.records = new MarketRecords(days);
    }

    /** @param seed of all its draws */
    static UntidyMarket draw(Condition condition, long seed) {
        return new MarketSimulation(condition, seed).run();
    }

    private UntidyMarket run() {
        for (List<Offer> campaign : campaigns()) {
            records.campaign(campaign.get(0).campaign());
            double[] swings = swings();
            double[] spend = new double[days];
            for (Offer offer : campaign) {
                pass(offer, swings, spend);
            }
            records.spend(campaign.get(0).campaign(), spend);
        }
        Map<String, SegmentTruth> truths = new LinkedHashMap<>();
        sums.forEach((segment, sum) -> {
            if (!condition.isOfOneProduct() || segment.equals(MarketRecords.product(0))) {
                truths.put(segment, sum.truth());
            }
        });
        return new UntidyMarket(records.build(), condition.grouping(), truths);
    }

    private List<List<Offer>> campaigns() {
        int products = Draws.whole(random, 6, 10);
        double volume = condition.volume(random);
        double rate = condition.rate(random);
        double spread = Draws.uniform(random, 0.15, 0.6);
        DelayLaw delay = DelayLaw.values()[random.below(DelayLaw.values().length)];
        double medianDelay = Draws.logUniform(random, 10, 60);
        double logSd = Draws.uniform(random, 0.4, 1.1);
        double repeats = Draws.uniform(random, 0, 0.15);
        double daysToRepeat = Draws.uniform(random, 20, 70);
        Cancellation cancellation = condition.cancellation(random);
        Change change = condition.change(random);
        double[] priceOfRegion = new double[condition.regions(random)];
        for (int region = 0; region < priceOfRegion.length; region++) {
            priceOfRegion[region] = priceOfRegion.length == 1 ? 1 : random.logNormal(1, LOG_SD_OF_PRICES_BY_REGION);
        }
        List<List<Offer>> campaigns = new ArrayList<>();
        for (int product = 0; product < products; product++) {
            Customers usual = new Customers(
                    delay,
                    condition.medianDelay(random, medianDelay),
                    condition.repeats(random, repeats),
                    daysToRepeat,
                    cancellation,
                    condition.sizes(random, logSd),
                    MEDIAN_MARGIN);
            double affordable = rate * usual.by(UntidyMarket.HORIZON).margin() / (1 + UntidyMarket.TARGET);
            Customers own = usual.withMargin(random.logNormal(MEDIAN_MARGIN, spread));
            Offer whole = new Offer(
                    product,
                    null,
                    MarketRecords.product(product),
                    random.logNormal(volume, LOG_SD_OF_VOLUMES),
                    Math.min(HIGHEST_RATE, random.logNormal(rate, spread)),
                    random.logNormal(affordable, LOG_SD_OF_PRICES),
                    own,
                    own.by(UntidyMarket.HORIZON),
                    condition.isOfOneProduct() && product > 0 ? Change.NONE : change);
            campaigns.add(priceOfRegion.length == 1 ? List.of(whole) : byRegion(whole, priceOfRegion));
        }
        return campaigns;
    }

    /** Parts of a campaign: spend does not say in which of them it was. */
    private List<Offer> byRegion(Offer whole, double[] priceOfRegion) {
        List<Offer> parts = new ArrayList<>();
        for (int region = 0; region < priceOfRegion.length; region++) {
            parts.add(new Offer(
                    whole.campaign(),
                    MarketRecords.region(region),
                    MarketRecords.region(region),
                    random.logNormal(whole.volume() / priceOfRegion.length, LOG_SD_OF_VOLUMES),
                    Math.min(HIGHEST_RATE, random.logNormal(whole.rate(), LOG_SD_OF_RATES_BY_REGION)),
                    whole.price() * priceOfRegion[region],
                    whole.customers(),
                    whole.outcome(),
                    whole.change()));
        }
        return parts;
    }

    /** By week what the number of inquiries is multiplied by; 1 on average. */
    private double[] swings() {
        double[] swings = new double[days / WEEK.length + 1];
        double bad = 2 / (1 + condition.swing());
        for (int week = 0; week < swings.length; week++) {
            swings[week] = random.chance(0.5) ? bad : bad * condition.swing();
        }
        return swings;
    }

    /** Lets an offer's days pass, and adds what it costs to its campaign's spend. */
    private void pass(Offer offer, double[] swings, double[] spend) {
        SegmentSums sum = sums.computeIfAbsent(offer.segment(), segment -> new SegmentSums());
        for (int day = 0; day < days; day++) {
            int daysAgo = days - 1 - day;
            double usual = offer.volume(daysAgo) * WEEK[day % WEEK.length];
            double expected = usual * swings[day / WEEK.length];
            double spent = (spendFollowsSwing ? expected : usual) * offer.price(daysAgo);
            spend[day] += spent;
            int inquiries = random.count(expected, dispersion);
            records.inquiries(offer, day, inquiries);
            double margin = 0;
            for (int inquiry = 0; inquiry < inquiries; inquiry++) {
                margin += random.chance(offer.rate(daysAgo)) ? customer(offer, day) : 0;
            }
            if (daysAgo < UntidyMarket.WINDOW_DAYS) {
                sum.add(offer, daysAgo, expected, spent, inquiries, margin);
            }
        }
        sum.next(offer);
    }

    /** Puts a customer's orders on record, as far as they are known, and answers the margin that they bring by the horizon. */
    private double customer(Offer offer, int day) {
        int number = customers++;
        double margin = 0;
        for (Order order : offer.customers().draw(random)) {
            records.deal(offer, number, day, order);
            margin += order.stands() && order.lag() <= UntidyMarket.HORIZON ? order.margin() : 0;
        }
        return margin;
    }
}
