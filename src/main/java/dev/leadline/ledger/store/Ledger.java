package dev.leadline.ledger.store;

import dev.leadline.ledger.Dimension;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * The records of one workspace as of the end of a day. Days are counted from {@link #firstDay()}; the last index is the as-of
 * day. Immutable.
 */
public final class Ledger {

    private final LocalDate firstDay;
    private final LocalDate asOf;
    private final Cells cells;
    private final CountCache counts;
    /** By day. */
    private final DayRecords[] days;
    /** Deals of one inquiry stand together, in the order they closed. */
    private final DealColumns deals;

    private final LateRecords late;
    private int[] validOfCell;
    private int[] targets;

    /**
     * @param records by day from 1970-01-01; those outside the ledger's days do not count
     * @param firstDay not after {@code asOf}
     */
    Ledger(CountCache counts, NavigableMap<Integer, DayRecords> records, LocalDate firstDay, LocalDate asOf) {
        int first = Math.toIntExact(firstDay.toEpochDay());
        int last = Math.toIntExact(asOf.toEpochDay());
        this.firstDay = firstDay;
        this.asOf = asOf;
        this.cells = counts.cells;
        this.counts = counts;
        this.days = new DayRecords[last - first + 1];
        Arrays.fill(days, DayRecords.NONE);
        records.subMap(first, true, last, true).forEach((day, of) -> days[day - first] = of);
        this.deals = DealColumns.of(days, first, last);
        this.late = late(last);
    }

    private LateRecords late(int last) {
        long inquiries = 0;
        long spend = 0;
        long dealsAfter = 0;
        for (DayRecords day : days) {
            inquiries += day.lateInquiries().after(last);
            spend += day.lateSpend().after(last);
            DealRows rows = day.deals();
            for (int row = 0; row < rows.size(); row++) {
                dealsAfter += rows.closedDay()[row] <= last && rows.recordedDay()[row] > last ? 1 : 0;
            }
        }
        return new LateRecords(inquiries, spend, dealsAfter);
    }

    /** The day of index 0; the as-of day itself where there is no record. */
    public LocalDate firstDay() {
        return firstDay;
    }

    /** The last day, included whole. */
    public LocalDate asOf() {
        return asOf;
    }

    /** How many days the ledger spans, at least 1. */
    public int days() {
        return days.length;
    }

    /** The index of a day; negative before the first, {@link #days()} and more after the as-of day. */
    public int index(LocalDate day) {
        return Math.toIntExact(day.toEpochDay() - firstDay.toEpochDay());
    }

    /** The day of an index. */
    public LocalDate day(int index) {
        return firstDay.plusDays(index);
    }

    /** What arrived too late for an answer on the as-of day. */
    public LateRecords lateRecords() {
        return late;
    }

    /** The cells that the rows of its days name. */
    public Cells cells() {
        return cells;
    }

    /** All deals, those of one inquiry together, in the order they closed. */
    public DealColumns deals() {
        return deals;
    }

    /** All that is on record of a day. */
    public DayRecords records(int day) {
        return days[day];
    }

    /** The name of a campaign, by its id; empty for one that is not there. */
    public Optional<String> campaignName(String id) {
        return cells.campaignName(id);
    }

    /** Whether a record or a campaign has this value, or has had it lately. */
    public boolean hasValue(Dimension dimension, String value) {
        return cells.has(dimension, value);
    }

    /** How a grouping parts the cells. */
    public Partition parts(EnumSet<Dimension> grouping) {
        return counts.parts(grouping);
    }

    /**
     * By place, as {@link Cells#firstPlace} counts them, the valid inquiries of some days. Not to be written to.
     *
     * @param to last day; a window without any day has no inquiries
     */
    public int[] validOfPlace(int from, int to) {
        InquiryRows[] rows = new InquiryRows[Math.max(0, to - from + 1)];
        for (int day = 0; day < rows.length; day++) {
            rows[day] = days[from + day].inquiries();
        }
        return counts.windows.of(lastDay() - days.length + 1 + from, rows, lastDay());
    }

    /** The as-of day counted as {@link DayRecords} counts. */
    public int lastDay() {
        return Math.toIntExact(asOf.toEpochDay());
    }

    /** The cells that campaigns target: of those that were on record by the as-of day, or had spend or an inquiry by then. */
    public synchronized int[] targets() {
        if (targets == null) {
            BitSet active = new BitSet();
            for (DayRecords day : days) {
                for (int cell : day.spend().cell()) {
                    active.set(cells.campaign(cell));
                }
                for (int campaign : day.inquiries().campaign()) {
                    active.set(campaign);
                }
            }
            targets = cells.campaigns()
                    .filter(campaign -> active.get(campaign) || cells.recordedDay(campaign) <= lastDay())
                    .map(cells::target)
                    .toArray();
        }
        return targets;
    }

    /** By cell its valid inquiries; -1 for those that have had none at all and that no campaign targets. */
    public synchronized int[] validOfCell() {
        if (validOfCell == null) {
            int[] valid = new int[cells.size()];
            Arrays.fill(valid, -1);
            for (int cell : targets()) {
                valid[cell] = 0;
            }
            for (DayRecords day : days) {
                InquiryRows rows = day.inquiries();
                for (int row = 0; row < rows.size(); row++) {
                    int cell = rows.cell()[row];
                    valid[cell] = Math.max(0, valid[cell]) + rows.valid(row, lastDay());
                }
            }
            validOfCell = valid;
        }
        return validOfCell;
    }
}
