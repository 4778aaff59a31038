package dev.leadline.statistics;

/**
 * The daily cohorts of one scope (a workspace or a segment of it) as they are known at the end of day T: inquiries
 * per day of receipt, first deals and margin by cohort day and lag.
 *
 * <p>Cohort day i counts from 0 (the first day of the table) to T (the as-of day, included whole). Cohort i is
 * observed at the lags {@link #firstObservedLag k0_i} to {@link #lastObservedLag a_i}, both included. What lies
 * outside is not observed and is left out of the table silently and everywhere: an event later than the as-of day
 * (lag above a_i), and an event at a lag below k0_i, which was recorded by chance before deal records began; counting
 * it would mix a complete record with an incomplete one.
 */
public final class CohortTable {

    private final long[] inquiries;
    private final int trackedFromIndex;
    /** By day those of all days before it. */
    private final long[] inquiriesBefore;

    private final long totalFirstDeals;
    private final long[] firstDealsByCohort;
    private final SparseEvents firstDeals;
    private final SparseEvents margins;
    /** Of the lag last asked for: nearly all that is asked is of one horizon. */
    private DealsBefore dealsBefore;

    private record DealsBefore(int lastLag, long[] byDay) {}

    private CohortTable(Builder builder, long[] firstDealsByCohort) {
        this.inquiries = builder.inquiries;
        this.trackedFromIndex = builder.trackedFromIndex;
        this.firstDeals = builder.firstDeals;
        this.margins = builder.margins;
        this.firstDealsByCohort = firstDealsByCohort;
        this.inquiriesBefore = new long[inquiries.length + 1];
        long d = 0;
        for (int i = 0; i < inquiries.length; i++) {
            inquiriesBefore[i + 1] = inquiriesBefore[i] + inquiries[i];
            d += firstDealsByCohort[i];
        }
        this.totalFirstDeals = d;
    }

    /**
     * Starts a table.
     *
     * @param inquiries valid inquiries per day, none negative; index 0 is the first cohort day, the last index is the
     *     as-of day T; may be empty (a scope without history)
     * @param trackedFromIndex the index t0 of the first day whose deals are recorded; 0 or below where every cohort
     *     is observed from lag 0; may lie after T (then nothing is observed)
     * @return a builder that takes the events
     * @throws IllegalArgumentException if a count is negative
     */
    public static Builder builder(long[] inquiries, int trackedFromIndex) {
        return builder(inquiries, trackedFromIndex, 0);
    }

    /**
     * Starts a table that is known to be large, so that it need not grow.
     *
     * @param deals about how many will be added, not negative; any number can be
     */
    public static Builder builder(long[] inquiries, int trackedFromIndex, int deals) {
        return new Builder(inquiries, trackedFromIndex, deals);
    }

    /** @return the number of cohort days, T + 1 */
    public int days() {
        return inquiries.length;
    }

    /**
     * @param cohort a cohort day, 0 to {@code days() - 1}
     * @return its inquiries n_i
     */
    public long inquiries(int cohort) {
        return inquiries[cohort];
    }

    /** The inquiries of some cohort days of the table, both included; 0 if the first lies behind the last. */
    long inquiries(int from, int to) {
        return from > to ? 0 : inquiriesBefore[to + 1] - inquiriesBefore[from];
    }

    /** @return all inquiries of the table */
    public long totalInquiries() {
        return inquiriesBefore[inquiries.length];
    }

    /**
     * k0_i, the first lag at which a cohort is observed: max(0, t0 - i).
     *
     * @param cohort a cohort day, 0 to {@code days() - 1}
     * @return the lag; may exceed {@link #lastObservedLag}, and then the cohort is not observed at all
     */
    public int firstObservedLag(int cohort) {
        return trackedFromIndex <= cohort ? 0 : trackedFromIndex - cohort;
    }

    /**
     * a_i, the last lag at which a cohort is observed: T - i.
     *
     * @param cohort a cohort day, 0 to {@code days() - 1}
     * @return the lag, not negative
     */
    public int lastObservedLag(int cohort) {
        return inquiries.length - 1 - cohort;
    }

    /**
     * @param cohort a cohort day, 0 to {@code days() - 1}
     * @return its observed first deals, never more than its inquiries
     */
    public long firstDeals(int cohort) {
        return firstDealsByCohort[cohort];
    }

    /**
     * By cohort day the observed first deals, at lags up to a last one, of all days before it; one day more than there are.
     */
    long[] firstDealsBefore(int lastLag) {
        DealsBefore known = dealsBefore;
        if (known == null || known.lastLag != lastLag) {
            long[] before = new long[inquiries.length + 1];
            for (int e = 0; e < firstDeals.size(); e++) {
                if (firstDeals.lag(e) <= lastLag) {
                    before[firstDeals.cohort(e) + 1] += (long) firstDeals.amount(e);
                }
            }
            for (int i = 0; i < inquiries.length; i++) {
                before[i + 1] += before[i];
            }
            known = new DealsBefore(lastLag, before);
            dealsBefore = known;
        }
        return known.byDay;
    }

    /** @return all observed first deals of the table */
    public long totalFirstDeals() {
        return totalFirstDeals;
    }

    /** The cohort whose first observed lag is this one, from lag 1 on at most one; -1 if there is none. */
    int cohortFirstObservedAt(int lag) {
        long cohort = (long) trackedFromIndex - lag;
        boolean observed = cohort >= 0 && cohort < inquiries.length && lag <= lastObservedLag((int) cohort);
        return observed ? (int) cohort : -1;
    }

    /** Numbers of first deals at observed lags, by cohort and lag. */
    SparseEvents firstDealEvents() {
        return firstDeals;
    }

    /** Margin of all deals at observed lags, in money, by cohort and lag. */
    SparseEvents marginEvents() {
        return margins;
    }

    /** Takes the events of a table. Used by one thread, for one table. */
    public static final class Builder {

        private final long[] inquiries;
        private final int trackedFromIndex;
        private final SparseEvents firstDeals;
        private final SparseEvents margins;
        private boolean built;

        private Builder(long[] inquiries, int trackedFromIndex, int deals) {
            this.firstDeals = new SparseEvents(deals);
            this.margins = new SparseEvents(deals);
            this.inquiries = inquiries.clone();
            this.trackedFromIndex = trackedFromIndex;
            for (long count : inquiries) {
                Check.argument(count >= 0, "inquiries", "not negative", count);
            }
        }

        /**
         * Adds first deals: each inquiry's earliest deal, once. Repeated calls for one cohort and lag add up.
         *
         * @param cohort the day the inquiries were received, 0 to T
         * @param lag days from inquiry to deal; a negative lag counts as 0; an unobserved lag is left out
         * @param count how many, not negative
         * @return this builder
         * @throws IllegalArgumentException if the cohort is not of the table or the count is negative
         */
        public Builder firstDeals(int cohort, int lag, long count) {
            Check.argument(count >= 0, "count", "not negative", count);
            add(firstDeals, cohort, lag, count);
            return this;
        }

        /**
         * Adds margin of any deal, first or repeated. Repeated calls for one cohort and lag add up.
         *
         * @param cohort the day the inquiry was received, 0 to T
         * @param lag days from inquiry to deal; a negative lag counts as 0; an unobserved lag is left out
         * @param amount margin in money, may be negative
         * @return this builder
         * @throws IllegalArgumentException if the cohort is not of the table or the amount is not finite
         */
        public Builder margin(int cohort, int lag, double amount) {
            add(margins, cohort, lag, Check.finite(amount, "amount"));
            return this;
        }

        private void add(SparseEvents events, int cohort, int lag, double amount) {
            Check.argument(cohort >= 0 && cohort < inquiries.length, "cohort", "a day of the table", cohort);
            Check.argument(!built, "builder", "used for one table only", "used again");
            int first = trackedFromIndex <= cohort ? 0 : trackedFromIndex - cohort;
            int counted = Math.max(0, lag);
            if (amount != 0 && counted >= first && counted <= inquiries.length - 1 - cohort) {
                events.add(cohort, counted, amount);
            }
        }

        /**
         * @return the table
         * @throws IllegalArgumentException if a cohort has more observed first deals than inquiries
         */
        public CohortTable build() {
            Check.argument(!built, "builder", "used for one table only", "used again");
            built = true;
            long[] byCohort = new long[inquiries.length];
            for (int e = 0; e < firstDeals.size(); e++) {
                byCohort[firstDeals.cohort(e)] += (long) firstDeals.amount(e);
            }
            for (int i = 0; i < byCohort.length; i++) {
                if (byCohort[i] > inquiries[i]) {
                    throw new IllegalArgumentException("firstDeals of cohort " + i + " must be at most its inquiries, "
                            + inquiries[i] + ", was " + byCohort[i]);
                }
            }
            return new CohortTable(this, byCohort);
        }
    }
}
