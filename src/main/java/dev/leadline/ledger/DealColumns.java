package dev.leadline.ledger;

/** Deals of valid inquiries, column by column. Days are indexes of the ledger. */
final class DealColumns {

    static final int NEVER = Integer.MAX_VALUE;

    final IntColumn cell = new IntColumn();
    final IntColumn inquiry = new IntColumn();
    final IntColumn cohortDay = new IntColumn();
    final IntColumn lag = new IntColumn();
    final IntColumn closedDay = new IntColumn();
    /** {@link #NEVER} unless cancelled. */
    final IntColumn cancelledDay = new IntColumn();

    final LongColumn revenue = new LongColumn();
    final LongColumn margin = new LongColumn();

    int size() {
        return cell.size();
    }
}
