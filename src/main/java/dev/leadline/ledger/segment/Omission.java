package dev.leadline.ledger.segment;

/**
 * What is left out of a segment to see whether a conclusion rests on it: the cohorts of some days, or one deal.
 *
 * @param fromDay first day left out with its inquiries, spend and their deals; above {@code toDay} for none
 * @param toDay last day left out
 * @param deal the deal left out, as {@link DealCursor#number()} numbers it; -1 for none
 */
public record Omission(int fromDay, int toDay, int deal) {

    /** Nothing is left out. */
    public static final Omission NONE = new Omission(0, -1, -1);

    /** Leaves out the cohorts of some days, both included. */
    public static Omission ofDays(int fromDay, int toDay) {
        return new Omission(fromDay, toDay, -1);
    }

    /** Leaves out one deal, by its number in the ledger. */
    public static Omission ofDeal(int deal) {
        return new Omission(0, -1, deal);
    }

    /** Whether the cohort of a day is left out. */
    public boolean omitsDay(int day) {
        return day >= fromDay && day <= toDay;
    }
}
