package dev.leadline.ledger.store;

/**
 * Records of one day that arrived on later days.
 *
 * @param day by row: when they were recorded, from 1970-01-01
 * @param count by row
 */
record Arrivals(int[] day, int[] count) {

    static final Arrivals NONE = new Arrivals(new int[0], new int[0]);

    /** How many were recorded after a day. */
    long after(int asOf) {
        long after = 0;
        for (int row = 0; row < day.length; row++) {
            after += day[row] > asOf ? count[row] : 0;
        }
        return after;
    }

    long bytes() {
        return 8L * day.length;
    }
}
