package dev.leadline.calibration.untidy;

import dev.leadline.ledger.Dimension;

/**
 * Where an offer belongs.
 *
 * @param campaign its number
 * @param product of the campaign
 * @param store of the campaign; null: none
 * @param region of its inquiries; null where they say nothing of it
 */
record Place(int campaign, String product, String store, String region) {

    static Place ofProduct(int number) {
        return new Place(number, "Product " + number, null, null);
    }

    Place inRegion(int number) {
        return new Place(campaign, product, store, "Region " + number);
    }

    /** The segment that it falls into. */
    String segment(Dimension grouping) {
        return switch (grouping) {
            case PRODUCT -> product;
            case STORE -> store;
            case REGION -> region;
            default -> throw new IllegalArgumentException("No market is grouped by " + grouping);
        };
    }
}
