package dev.leadline.ledger.store;

/**
 * Valid inquiries of a window, counted by cell. What was counted last is kept: the next window, or the same one after a change, costs as
 * much as the days in which they differ. For use by several threads at once.
 */
final class WindowCounts {

    private final Cells cells;
    private volatile Counted last = new Counted(0, new InquiryRows[0], null);

    WindowCounts(Cells cells) {
        this.cells = cells;
    }

    /**
     * @param first day, from 1970-01-01
     * @param rows by day from the first on
     * @param counts by place those that are valid for good
     */
    private record Counted(int first, InquiryRows[] rows, int[] counts) {

        int end() {
            return first + rows.length;
        }

        InquiryRows at(int day) {
            return day < first || day >= end() ? InquiryRows.NONE : rows[day - first];
        }

        /** How many rows are there, or here, but not in both. */
        long differingFrom(Counted other) {
            long differing = 0;
            for (int day = Math.min(first, other.first); day < Math.max(end(), other.end()); day++) {
                if (at(day) != other.at(day)) {
                    differing += at(day).permanentlyValid() + other.at(day).permanentlyValid();
                }
            }
            return differing;
        }

        long size() {
            long size = 0;
            for (InquiryRows day : rows) {
                size += day.permanentlyValid();
            }
            return size;
        }
    }

    /** The same for the cells of a workspace that has more by now. */
    WindowCounts in(Cells grown) {
        WindowCounts same = new WindowCounts(grown);
        Counted known = last;
        if (known.counts != null) {
            int[] counts = new int[grown.size()];
            for (int place = 0; place < known.counts.length; place++) {
                counts[grown.place(cells.cellAt(place))] = known.counts[place];
            }
            same.last = new Counted(known.first, known.rows, counts);
        }
        return same;
    }

    /**
     * By place, as {@link Cells#firstPlace} counts them, the inquiries of some days that are valid at the end of a day. Not to be
     * written to.
     *
     * @param first day of the rows, from 1970-01-01
     * @param rows by day from the first on
     * @param asOf day from 1970-01-01
     */
    int[] of(int first, InquiryRows[] rows, int asOf) {
        Counted before = last;
        Counted wanted = new Counted(first, rows, null);
        long differing = before.counts == null ? Long.MAX_VALUE : wanted.differingFrom(before);
        int[] counts = differing == 0 ? before.counts : count(wanted, differing < wanted.size() ? before : null);
        last = new Counted(wanted.first, rows, counts);
        return withThoseStillValid(rows, asOf, counts);
    }

    /** @param before null to count all */
    private int[] count(Counted wanted, Counted before) {
        if (before == null) {
            int[] counts = new int[cells.size()];
            for (InquiryRows day : wanted.rows) {
                add(day, 1, counts);
            }
            return counts;
        }
        int[] counts = before.counts.clone();
        for (int day = Math.min(wanted.first, before.first); day < Math.max(wanted.end(), before.end()); day++) {
            if (wanted.at(day) != before.at(day)) {
                add(before.at(day), -1, counts);
                add(wanted.at(day), 1, counts);
            }
        }
        return counts;
    }

    private void add(InquiryRows rows, int sign, int[] counts) {
        for (int row = 0; row < rows.permanentlyValid(); row++) {
            counts[cells.place(rows.cell()[row])] += sign * rows.count()[row];
        }
    }

    /** With those that turned invalid only after a day. */
    private int[] withThoseStillValid(InquiryRows[] days, int asOf, int[] permanent) {
        int[] counts = permanent;
        for (InquiryRows rows : days) {
            for (int row = rows.permanentlyValid(); row < rows.size(); row++) {
                int valid = rows.valid(row, asOf);
                if (valid > 0) {
                    counts = counts == permanent ? permanent.clone() : counts;
                    counts[cells.place(rows.cell()[row])] += valid;
                }
            }
        }
        return counts;
    }
}
