package dev.leadline.calibration.untidy;

/**
 * One product's campaign in one region, with its truth.
 *
 * @param campaign its number
 * @param region null where the campaign is not told apart by regions
 * @param segment the segment that it belongs to, a value of the market's grouping
 * @param volume inquiries a day at first
 * @param rate share of inquiries that ever becomes a customer, at first
 * @param price of an inquiry at first, in the currency
 * @param customers what those order
 * @param outcome of those by the horizon
 * @param change of the three
 */
record Offer(
        int campaign,
        String region,
        String segment,
        double volume,
        double rate,
        double price,
        Customers customers,
        Outcome outcome,
        Change change) {

    double volume(int daysAgo) {
        return change.hasHappened(daysAgo) ? volume * change.volume() : volume;
    }

    double rate(int daysAgo) {
        return change.hasHappened(daysAgo) ? rate * change.rate() : rate;
    }

    double price(int daysAgo) {
        return change.hasHappened(daysAgo) ? price * change.price() : price;
    }
}
