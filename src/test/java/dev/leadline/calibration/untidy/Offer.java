package dev.leadline.calibration.untidy;

/**
 * What a campaign offers, in one region where it has several, with its truth.
 *
 * @param volume inquiries a day at first
 * @param rate share of inquiries that ever becomes a customer, at first
 * @param price of an inquiry at first, in the currency
 * @param customers what those order
 * @param change of the three
 */
record Offer(Place place, double volume, double rate, double price, Customers customers, Change change) {

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
