package dev.leadline.calibration.untidy;

import dev.leadline.demo.RandomSource;

/** Articles of one segment, the dearest a hundred times as dear as the cheapest. */
final class Articles {

    private static final double[] PRICES = {1, 5, 20, 100};

    private Articles() {}

    /** The share that each has of a segment's orders: any is as likely. */
    static double[] shares(RandomSource random) {
        double[] shares = new double[PRICES.length];
        double sum = 0;
        for (int article = 0; article < shares.length; article++) {
            shares[article] = random.exponential(1);
            sum += shares[article];
        }
        for (int article = 0; article < shares.length; article++) {
            shares[article] /= sum;
        }
        return shares;
    }

    /** Orders of all articles. */
    static OrderSizes sizes(OrderSizes ofOne, double[] shares) {
        return new OrderSizes.Mixed(ofOne, shares, PRICES);
    }

    /** How many times as much an article's order brings as the mean order. */
    static double relativePrice(int article, double[] shares) {
        double mean = 0;
        for (int other = 0; other < shares.length; other++) {
            mean += shares[other] * PRICES[other];
        }
        return PRICES[article] / mean;
    }
}
