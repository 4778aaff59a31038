package dev.leadline.ledger;

/** First answers to valid inquiries, summed by the day the inquiries were received and by cell; no row where none is known. */
final class ResponseColumns {

    final IntColumn day = new IntColumn();
    final IntColumn cell = new IntColumn();
    final IntColumn known = new IntColumn();
    /** In {@link ResponseTimes#MICROS}. */
    final LongColumn logs = new LongColumn();
    /** In {@link ResponseTimes#MICROS}. */
    final LongColumn squares = new LongColumn();

    int size() {
        return day.size();
    }
}
