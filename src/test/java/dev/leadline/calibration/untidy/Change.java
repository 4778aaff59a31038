package dev.leadline.calibration.untidy;

/**
 * What changes at once, some weeks before the day that is asked about.
 *
 * @param weeksAgo when
 * @param volume what the number of inquiries is multiplied by from then on
 * @param rate what the conversion rate is multiplied by
 * @param price what the cost of an inquiry is multiplied by
 */
record Change(int weeksAgo, double volume, double rate, double price) {

    static final Change NONE = new Change(0, 1, 1, 1);

    /** As it is so many days before the day that is asked about; 0 is that day. */
    boolean hasHappened(int daysAgo) {
        return daysAgo < 7 * weeksAgo;
    }
}
