package dev.leadline.ledger.store;

/**
 * All that is on record of one day: inquiries received, what was spent, and the deals that the day's inquiries became, on
 * whatever day these closed. Immutable: what changes is read anew.
 */
public record DayRecords(
        InquiryRows inquiries,
        AnswerRows answers,
        SpendRows spend,
        DealRows deals,
        Arrivals lateInquiries,
        Arrivals lateSpend) {

    /** A day after all days: of what has not happened. */
    static final int NEVER = Integer.MAX_VALUE;

    /** A day before all days: of what was so from the first. */
    static final int ALWAYS = Integer.MIN_VALUE;

    /** Of the arrays, and of an entry in what is kept for each of the latest groupings. */
    private static final int OVERHEAD = 1_800;
    /** What is kept of their counts takes as much again, and the state counted last may be an earlier one. */
    private static final int COUNTED = 2;

    static final DayRecords NONE = new DayRecords(
            InquiryRows.NONE, AnswerRows.NONE, SpendRows.NONE, DealRows.NONE, Arrivals.NONE, Arrivals.NONE);

    /** Whether there is an inquiry or spend. */
    boolean isActive() {
        return inquiries.size() + spend.size() > 0;
    }

    /** The memory it takes, roughly. */
    long bytes() {
        return OVERHEAD
                + COUNTED * inquiries.bytes()
                + answers.bytes()
                + spend.bytes()
                + deals.bytes()
                + lateInquiries.bytes()
                + lateSpend.bytes();
    }
}
