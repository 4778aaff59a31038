package dev.leadline.calibration.untidy;

import dev.leadline.calibration.DelayLaw;
import dev.leadline.demo.RandomSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws a workspace of some products, a campaign each, from broad ranges, and lets its days pass. */
final class MarketSimulation {

    private static final double MEDIAN_MARGIN = 2_000;
    private static final double HIGHEST_RATE = 0.6;
    private static final double LOG_SD_OF_VOLUMES_BY_REGION = 0.6;
    /** Prices are drawn round what an inquiry may cost, so that some products reach the target and some do not. */
    private static final double LOG_SD_OF_PRICES = 0.4;

    private static final double LOG_SD_OF_PRICES_BY_REGION = 0.5;
    private static final double LOG_SD_OF_RATES_BY_REGION = 0.2;
    private static final double[] WEEK = {1.2, 1.2, 1.2, 1.2, 1.1, 0.5, 0.6};

    /** Where a change is of one product, it is this one's. */
    private static final Place CHANGED = Place.ofProduct(0);

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
            Place place = campaign.get(0).place();
            records.campaign(place);
            double[] swings = swings();
            double[] spend = new double[days];
            for (Offer offer : campaign) {
                pass(offer, swings, spend);
            }
            records.spend(place.campaign(), spend);
        }
        Map<String, SegmentTruth> truths = new LinkedHashMap<>();
        sums.forEach((segment, sum) -> {
            if (!condition.isOfOneProduct() || segment.equals(CHANGED.product())) {
                truths.put(segment, sum.truth());
            }
        });
        return new UntidyMarket(records.build(), condition.grouping(), truths);
    }

    /** By campaign what it offers. */
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
        double[] prices = pricesByRegion();
        List<List<Offer>> campaigns = new ArrayList<>();
        for (int product = 0; product < products; product++) {
            Place place = Place.ofProduct(product);
            OrderSizes sizes = condition.sizes(random, logSd);
            Customers usual = new Customers(
                    delay,
                    condition.medianDelay(random, medianDelay),
                    condition.repeats(random, repeats),
                    daysToRepeat,
                    cancellation,
                    place.equals(CHANGED) ? condition.sizesOfOne(random, sizes) : sizes,
                    MEDIAN_MARGIN);
            double affordable = rate * usual.by(UntidyMarket.HORIZON).margin() / (1 + UntidyMarket.TARGET);
            Offer offer = new Offer(
                    place,
                    random.logNormal(volume, condition.logSdOfVolumes()),
                    Math.min(HIGHEST_RATE, random.logNormal(rate, spread)),
                    random.logNormal(affordable, LOG_SD_OF_PRICES),
                    usual.withMargin(random.logNormal(MEDIAN_MARGIN, spread)),
                    condition.isOfOneProduct() && !place.equals(CHANGED) ? Change.NONE : change);
            campaigns.addAll(parts(offer, prices));
        }
        return campaigns;
    }

    private List<List<Offer>> parts(Offer offer, double[] pricesByRegion) {
        return switch (condition.grouping()) {
            case REGION -> List.of(byRegion(offer, pricesByRegion));
            case STORE -> byArticle(offer);
            default -> List.of(List.of(offer));
        };
    }

    /** What the price of an inquiry is multiplied by in each of some regions. */
    private double[] pricesByRegion() {
        double[] prices = new double[Draws.whole(random, 4, 6)];
        for (int region = 0; region < prices.length; region++) {
            prices[region] = random.logNormal(1, LOG_SD_OF_PRICES_BY_REGION);
        }
        return prices;
    }

    /** One campaign that sells in all regions; its spend does not say in which of them it was. */
    private List<Offer> byRegion(Offer whole, double[] prices) {
        List<Offer> parts = new ArrayList<>();
        for (int region = 0; region < prices.length; region++) {
            parts.add(new Offer(
                    whole.place().inRegion(region),
                    random.logNormal(whole.volume() / prices.length, LOG_SD_OF_VOLUMES_BY_REGION),
                    Math.min(HIGHEST_RATE, random.logNormal(whole.rate(), LOG_SD_OF_RATES_BY_REGION)),
                    whole.price() * prices[region],
                    whole.customers(),
                    whole.change()));
        }
        return parts;
    }

    /** A store that has a campaign for each of its articles. */
    private List<List<Offer>> byArticle(Offer store) {
        double[] shares = Articles.shares(random);
        List<List<Offer>> campaigns = new ArrayList<>();
        for (int article = 0; article < shares.length; article++) {
            int number = store.place().campaign();
            campaigns.add(List.of(new Offer(
                    new Place(number * shares.length + article, "Article " + article, "Store " + number, null),
                    store.volume() * shares[article],
                    store.rate(),
                    store.price(),
                    store.customers().withMargin(store.customers().margin() * Articles.relativePrice(article, shares)),
                    store.change())));
        }
        return campaigns;
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
        SegmentSums sum =
                sums.computeIfAbsent(offer.place().segment(condition.grouping()), segment -> new SegmentSums());
        Outcome outcome = offer.customers().by(UntidyMarket.HORIZON);
        int[] luckyDays = offer.place().equals(CHANGED) ? condition.luckyDays(random, days) : new int[0];
        for (int day = 0; day < days; day++) {
            int daysAgo = days - 1 - day;
            double usual = offer.volume(daysAgo) * WEEK[day % WEEK.length];
            double expected = usual * swings[day / WEEK.length];
            double spent = (spendFollowsSwing ? expected : usual) * offer.price(daysAgo);
            spend[day] += spent;
            int today = day;
            int lucky = (int) Arrays.stream(luckyDays).filter(d -> d == today).count();
            int inquiries = random.count(expected, dispersion);
            records.inquiries(offer.place(), day, inquiries + lucky);
            double margin = 0;
            for (int order = 0; order < lucky; order++) {
                margin += luckyOrder(offer, day);
            }
            for (int inquiry = 0; inquiry < inquiries; inquiry++) {
                margin += random.chance(offer.rate(daysAgo)) ? customer(offer, day) : 0;
            }
            if (daysAgo < UntidyMarket.WINDOW_DAYS) {
                sum.add(offer.rate(daysAgo), outcome, expected, spent, inquiries, margin);
            }
        }
        sum.next(offer, outcome);
    }

    private double luckyOrder(Offer offer, int day) {
        Order order = Order.lucky(offer.customers().margin());
        records.deal(offer.place(), customers++, day, order);
        return order.margin();
    }

    /** Puts a customer's orders on record, as far as they are known, and answers the margin that they bring by the horizon. */
    private double customer(Offer offer, int day) {
        int number = customers++;
        double margin = 0;
        for (Order order : offer.customers().draw(random)) {
            records.deal(offer.place(), number, day, order);
            margin += order.stands() && order.lag() <= UntidyMarket.HORIZON ? order.margin() : 0;
        }
        return margin;
    }
}
