package dev.leadline.ledger.segment;

import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.store.DealColumns;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.platform.money.Money;
import dev.leadline.statistics.CohortTable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The part of a {@link Ledger} that belongs to one segment. Days are the ledger's indexes. Spend that no row of the
 * platform assigns to a segment has been shared by inquiries of the window that the segmentation was made for.
 */
public final class SegmentLedger {

    private final Segment segment;
    private final Ledger ledger;
    private final long[] inquiries;
    private final long[] invalid;
    private final double[] spend;
    private final Money.Sum windowSpend;
    private final BitSet zeroSpend;
    private final boolean free;
    private final boolean allocated;
    private final double[] shared;
    private final double[] common;
    private final DealColumns deals;
    private final int number;
    private final SegmentRows rows;

    /** @param free whether all spend of the window is 0, and that is on record */
    SegmentLedger(SegmentSums sums, boolean free, SegmentRows rows) {
        this.segment = sums.segment;
        this.ledger = sums.ledger;
        this.inquiries = sums.inquiries;
        this.invalid = sums.invalid;
        this.spend = sums.spend;
        this.windowSpend = sums.windowSpend;
        this.zeroSpend = sums.zeroSpend;
        this.free = free;
        this.allocated = sums.allocated;
        this.shared = sums.shared;
        this.common = sums.common;
        this.deals = sums.deals;
        this.number = sums.number;
        this.rows = rows;
    }

    /** Whose records these are. */
    public Segment segment() {
        return segment;
    }

    /** What it is a part of; its days are the ledger's. */
    public Ledger ledger() {
        return ledger;
    }

    /** Whether any of its spend was shared between segments rather than known. */
    public boolean costIsAllocated() {
        return allocated;
    }

    /** Exact spend of the window that the segmentation was made for. */
    public BigDecimal windowSpend() {
        return windowSpend.amount();
    }

    /** Valid inquiries of a day. */
    public long inquiries(int day) {
        return inquiries[day];
    }

    /** Spend of a day, in the currency. */
    public double spend(int day) {
        return spend[day];
    }

    /** Valid inquiries of some days, both included; days outside the ledger have none. */
    public long inquiries(int from, int to) {
        return sum(inquiries, from, to);
    }

    /** Test and invalid inquiries of some days, both included. */
    public long invalidInquiries(int from, int to) {
        return sum(invalid, from, to);
    }

    /** Spend of some days, both included, to a double's precision; those left out do not count. */
    public double spend(int from, int to, Omission omission) {
        double sum = 0;
        for (int day = Math.max(0, from); day <= Math.min(to, spend.length - 1); day++) {
            if (!omission.omitsDay(day)) {
                sum += spend[day];
            }
        }
        return sum;
    }

    /**
     * Whether it is on record what was spent on some days, both included, be it 0. Of what costs nothing over the whole window that
     * the segmentation was made for, so it is of each part of it.
     */
    public boolean hasSpendOnRecord(int from, int to) {
        int zero = zeroSpend.nextSetBit(Math.max(0, from));
        return free || zero >= 0 && zero <= to || spend(from, to, Omission.NONE) > 0;
    }

    /** The same with less or more of what was spent for others too. */
    public double spend(int from, int to, Omission omission, Spending spending) {
        double sum = spend(from, to, omission);
        if (common == null || spending == Spending.SHARED) {
            return sum;
        }
        for (int day = Math.max(0, from); day <= Math.min(to, spend.length - 1); day++) {
            if (!omission.omitsDay(day)) {
                sum += spending == Spending.MOST ? common[day] - shared[day] : -shared[day];
            }
        }
        return Math.max(0, sum);
    }

    private static long sum(long[] counts, int from, int to) {
        long sum = 0;
        for (int day = Math.max(0, from); day <= Math.min(to, counts.length - 1); day++) {
            sum += counts[day];
        }
        return sum;
    }

    /** Valid inquiries by day up to and including a day, without those left out. */
    public long[] inquiriesUntil(int asOf, Omission omission) {
        long[] copy = Arrays.copyOf(inquiries, asOf + 1);
        for (int day = Math.max(0, omission.fromDay()); day <= Math.min(omission.toDay(), asOf); day++) {
            copy[day] = 0;
        }
        return copy;
    }

    /** The first day with an inquiry or spend; -1 if there is none. */
    public int firstActiveDay() {
        for (int day = 0; day < inquiries.length; day++) {
            if (inquiries[day] > 0 || spend[day] > 0) {
                return day;
            }
        }
        return -1;
    }

    /** Shows the valid inquiries of some days, both included, once for each day and value of a dimension; a day's in no order. */
    public void visitInquiries(int from, int to, Dimension by, InquiryVisitor visitor) {
        rows.visitInquiries(number, from, to, by, visitor);
    }

    /** The value that a deal has of a dimension; null: missing. */
    public String valueOfDeal(int deal, Dimension dimension) {
        return ledger.cells().value(dimension, ledger.deals().cell[deal]);
    }

    /**
     * How long the valid inquiries received on some days, both included, waited for their first answer, as far as it is known
     * on the ledger's as-of day.
     */
    public ResponseTimes responses(int from, int to) {
        return rows.responses(number, from, to);
    }

    /** Goes through all deals that had closed by the ledger's as-of day, with all that happened to them. */
    public DealEvents dealEvents() {
        return new DealEvents(deals);
    }

    /** Goes through the deals that had closed by the end of a day and had not been cancelled by then. */
    public DealCursor deals(int asOf, Omission omission) {
        return new DealCursor(deals, asOf, omission);
    }

    /**
     * The cohorts as they were known at the end of a day.
     *
     * @param trackedFrom index of the first day from which deals are on record; 0 or less: all are
     */
    public CohortTable cohorts(int asOf, int trackedFrom, Omission omission) {
        CohortTable.Builder table = CohortTable.builder(inquiriesUntil(asOf, omission), trackedFrom, deals.size());
        for (DealCursor deal = deals(asOf, omission); deal.next(); ) {
            if (deal.isFirst()) {
                table.firstDeals(deal.cohortDay(), deal.lag(), 1);
            }
            table.margin(deal.cohortDay(), deal.lag(), deal.margin());
        }
        return table.build();
    }

    /**
     * All deals that had closed by the end of a day, by the day they closed; their {@link CohortTable#firstDeals} are those that had been
     * cancelled by then, their lags the days from close to cancellation.
     *
     * @param trackedFrom index of the first day from which deals are on record; those that closed before are left out
     */
    public CohortTable closings(int asOf, int trackedFrom) {
        long[] closed = new long[asOf + 1];
        int first = Math.max(0, trackedFrom);
        for (int row = 0; row < deals.size(); row++) {
            int day = deals.closedDay[row];
            if (day >= first && day <= asOf) {
                closed[day]++;
            }
        }
        CohortTable.Builder table = CohortTable.builder(closed, 0);
        for (int row = 0; row < deals.size(); row++) {
            int day = deals.closedDay[row];
            if (day >= first && day <= asOf && deals.cancelledDay[row] <= asOf) {
                table.firstDeals(day, deals.cancelledDay[row] - day, 1);
            }
        }
        return table.build();
    }

    /** First-deal margins of the cohorts of some days, at lags up to the horizon, as known at the end of a day. */
    public double[] firstDealMargins(int asOf, int from, int to, int horizon, Omission omission) {
        double[] margins = new double[deals.size()];
        int count = 0;
        for (DealCursor deal = deals(asOf, omission); deal.next(); ) {
            if (deal.isFirst() && deal.cohortDay() >= from && deal.cohortDay() <= to && deal.lag() <= horizon) {
                margins[count++] = deal.margin();
            }
        }
        return Arrays.copyOf(margins, count);
    }

    /**
     * What customers of the cohorts of some days have brought, all their deals at lags up to the horizon taken together, as known at the
     * end of a day.
     */
    public double[] customerMargins(int asOf, int from, int to, int horizon, Omission omission) {
        double[] margins = new double[deals.size()];
        int count = 0;
        for (DealCursor deal = deals(asOf, omission); deal.next(); ) {
            if (deal.cohortDay() >= from && deal.cohortDay() <= to && deal.lag() <= horizon) {
                count += deal.isFirst() || count == 0 ? 1 : 0;
                margins[count - 1] += deal.margin();
            }
        }
        return Arrays.copyOf(margins, count);
    }
}
