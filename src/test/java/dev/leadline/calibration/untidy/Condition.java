package dev.leadline.calibration.untidy;

import dev.leadline.demo.RandomSource;
import dev.leadline.ledger.Dimension;

/** What is untidy about a market: the control is tidy, and each of the others changes one thing of it. */
enum Condition {
    CONTROL("control: log-normal values"),

    SAMPLES("30 % of deals are samples at 1/50") {
        @Override
        OrderSizes sizes(RandomSource random, double logSd) {
            return super.sizes(random, logSd).withShare(Draws.about(random, 0.3), 1 / Draws.about(random, 50));
        }
    },

    AT_COST("5 % of deals at about cost (1/1000)") {
        @Override
        OrderSizes sizes(RandomSource random, double logSd) {
            return super.sizes(random, logSd).withShare(Draws.about(random, 0.05), 1 / Draws.about(random, 1000));
        }
    },

    LARGE_ORDERS("6 % of orders 40 times as large") {
        @Override
        OrderSizes sizes(RandomSource random, double logSd) {
            return super.sizes(random, logSd).withShare(Draws.about(random, 0.06), Draws.about(random, 40));
        }
    },

    HEAVY_TAIL("Pareto tail 1.5") {
        @Override
        OrderSizes sizes(RandomSource random, double logSd) {
            return new OrderSizes.ParetoTailed(logSd, Draws.uniform(random, 0.05, 0.4), 1.5);
        }
    },

    CONVERSION_HALVED("conversion halved 10 weeks ago, one product") {
        @Override
        Change change(RandomSource random) {
            return halved(random);
        }

        @Override
        boolean isOfOneProduct() {
            return true;
        }
    },

    CONVERSION_HALVED_EVERYWHERE("conversion halved 10 weeks ago, whole workspace") {
        @Override
        Change change(RandomSource random) {
            return halved(random);
        }
    },

    CHEAP_LEADS("leads at half the cost that convert at a third, since 16 weeks, one product") {
        @Override
        Change change(RandomSource random) {
            double price = Draws.about(random, 0.5);
            return new Change(Draws.whole(random, 14, 18), 1 / price, Draws.about(random, 1.0 / 3), price);
        }

        @Override
        boolean isOfOneProduct() {
            return true;
        }
    },

    TWO_SPEEDS("products that close in 10 and in 90 days") {
        @Override
        double medianDelay(RandomSource random, double usual) {
            return random.chance(0.5) ? 10 : 90;
        }
    },

    CANCELLED("20 % of deals cancelled weeks later") {
        @Override
        Cancellation cancellation(RandomSource random) {
            return new Cancellation(Draws.about(random, 0.2), 7, 56);
        }
    },

    CANCELLED_LATE("20 % of deals cancelled 120 days later") {
        @Override
        Cancellation cancellation(RandomSource random) {
            return new Cancellation(Draws.about(random, 0.2), 100, 140);
        }
    },

    SOME_COME_BACK("customers of some products come back, of others not") {
        @Override
        double repeats(RandomSource random, double usual) {
            return random.chance(0.5) ? Draws.uniform(random, 0.2, 0.8) : 0;
        }
    },

    SMALL_FIRM("one inquiry a day and product, 2 % buy, 12 months") {
        @Override
        int days(RandomSource random) {
            return 365;
        }

        @Override
        double volume(RandomSource random) {
            return Draws.about(random, 1);
        }

        @Override
        double logSdOfVolumes() {
            return 0.2;
        }

        @Override
        double rate(RandomSource random) {
            return Draws.about(random, 0.02);
        }
    },

    TINY_FIRM("one inquiry a day in all, 4 % buy, 12 months") {
        @Override
        int days(RandomSource random) {
            return 365;
        }

        @Override
        double volume(RandomSource random) {
            return Draws.about(random, 0.12);
        }

        @Override
        double rate(RandomSource random) {
            return Draws.about(random, 0.04);
        }
    },

    YOUNG("8 weeks of history") {
        @Override
        int days(RandomSource random) {
            return 8 * 7;
        }
    },

    REGIONS("regions of campaigns whose true cost differs (allocated)") {
        @Override
        Dimension grouping() {
            return Dimension.REGION;
        }
    },

    ARTICLES("articles a hundred times apart in one segment") {
        @Override
        OrderSizes sizes(RandomSource random, double logSd) {
            return Articles.sizes(new OrderSizes.LogNormal(logSd / 2), Articles.shares(random));
        }
    },

    ARTICLES_BY_CAMPAIGN("the same, each article with a campaign of its own, by store") {
        @Override
        Dimension grouping() {
            return Dimension.STORE;
        }

        @Override
        OrderSizes sizes(RandomSource random, double logSd) {
            return new OrderSizes.LogNormal(logSd / 2);
        }
    },

    SWINGING_VOLUME("volume that swings fivefold from week to week") {
        @Override
        double swing() {
            return 5;
        }
    },

    LUCKY_ORDERS("one or two orders a hundred times as large, by luck, one product") {
        @Override
        int[] luckyDays(RandomSource random, int days) {
            int[] lucky = new int[Draws.whole(random, 1, 2)];
            for (int order = 0; order < lucky.length; order++) {
                lucky[order] = random.below(days - Order.DAYS_TO_A_LUCKY_ONE);
            }
            return lucky;
        }

        @Override
        boolean isOfOneProduct() {
            return true;
        }
    },

    OWN_SAMPLES("30 % of deals are samples at 1/50, one product") {
        @Override
        OrderSizes sizesOfOne(RandomSource random, OrderSizes usual) {
            return usual.withShare(Draws.about(random, 0.3), 1 / Draws.about(random, 50));
        }

        @Override
        boolean isOfOneProduct() {
            return true;
        }
    };

    private static final int MARKETS_OF_ONE_PRODUCT = 6;

    private final String words;

    Condition(String words) {
        this.words = words;
    }

    /** In the field's words. */
    String words() {
        return words;
    }

    /** By what the market is divided into segments. */
    Dimension grouping() {
        return Dimension.PRODUCT;
    }

    /** Of history; the last is the day that is asked about. */
    int days(RandomSource random) {
        return Draws.whole(random, 400, 540);
    }

    /** Inquiries a day of the median product. */
    double volume(RandomSource random) {
        return Draws.logUniform(random, 1, 12);
    }

    /** Standard deviation of the log of the products' volumes. */
    double logSdOfVolumes() {
        return 0.6;
    }

    /** Share of the median product's inquiries that ever becomes a customer. */
    double rate(RandomSource random) {
        return Draws.logUniform(random, 0.02, 0.15);
    }

    /**
     * Of a product's orders.
     *
     * @param logSd standard deviation of the log of the market's orders
     */
    OrderSizes sizes(RandomSource random, double logSd) {
        return new OrderSizes.LogNormal(logSd);
    }

    /** Of the orders of the product that alone is judged, where one is. */
    OrderSizes sizesOfOne(RandomSource random, OrderSizes usual) {
        return usual;
    }

    /** The days whose inquiries bring that product an order that is luck, and does not come again. */
    int[] luckyDays(RandomSource random, int days) {
        return new int[0];
    }

    /** Days from inquiry to first order that half of a product's customers take; {@code usual} is the market's. */
    double medianDelay(RandomSource random, double usual) {
        return usual;
    }

    /** Of a market's deals. */
    Cancellation cancellation(RandomSource random) {
        return Cancellation.NONE;
    }

    /** Mean number of further orders of a product's customer; {@code usual} is the market's. */
    double repeats(RandomSource random, double usual) {
        return usual;
    }

    /** Of a market's products. */
    Change change(RandomSource random) {
        return Change.NONE;
    }

    /** Whether the change is of one product, which alone is judged. */
    boolean isOfOneProduct() {
        return false;
    }

    /** How many times as many inquiries come in a good week as in a bad one. */
    double swing() {
        return 1;
    }

    /** Whether there are too few records to find what is strong, or too restless ones, or none of what it costs. */
    boolean hidesTheStrong() {
        return this == SMALL_FIRM || this == TINY_FIRM || this == YOUNG || this == REGIONS || this == SWINGING_VOLUME;
    }

    /** How many it takes for as many answers as {@code usual} markets give. */
    int markets(int usual) {
        return isOfOneProduct() ? MARKETS_OF_ONE_PRODUCT * usual : usual;
    }

    private static Change halved(RandomSource random) {
        return new Change(Draws.whole(random, 8, 12), 1, Draws.uniform(random, 0.4, 0.6), 1);
    }
}
