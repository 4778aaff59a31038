package dev.leadline.ledger.segment;

import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.store.AnswerRows;
import dev.leadline.ledger.store.InquiryRows;
import dev.leadline.ledger.store.IntColumn;
import dev.leadline.ledger.store.Ledger;
import java.util.Arrays;

/**
 * The rows of a ledger put together by segment: the valid inquiries with their cells, and the first answers. Only few
 * questions need them, so they are put together when the first one comes.
 */
final class SegmentRows {

    private final Ledger ledger;
    private final int[] segmentOfCell;
    private final int segments;
    private Inquiries inquiries;
    private Answers answers;

    /** @param segmentOfCell by cell its segment's number; -1 for none */
    SegmentRows(Ledger ledger, int[] segmentOfCell, int segments) {
        this.ledger = ledger;
        this.segmentOfCell = segmentOfCell;
        this.segments = segments;
    }

    /** For a segment that has none. */
    static SegmentRows none(Ledger ledger) {
        int[] nowhere = new int[ledger.cells().size()];
        Arrays.fill(nowhere, -1);
        return new SegmentRows(ledger, nowhere, 1);
    }

    /** By segment a stretch of rows in the order of days. */
    private record Inquiries(int[] start, int[] day, int[] cell, int[] count) {}

    /** By segment a stretch of rows in the order of days. */
    private record Answers(int[] start, int[] day, int[] log) {}

    /** Shows the valid inquiries of a segment, once for each day and value; each day's values in no order. */
    void visitInquiries(int segment, int from, int to, Dimension by, InquiryVisitor visitor) {
        Inquiries rows = inquiries();
        int[] codes = ledger.cells().codes(by);
        long[] counts = new long[ledger.cells().valueCount(by)];
        IntColumn seen = new IntColumn();
        int end = rows.start()[segment + 1];
        for (int row = rows.start()[segment]; row < end; ) {
            int day = rows.day()[row];
            for (; row < end && rows.day()[row] == day; row++) {
                int code = codes[rows.cell()[row]];
                if (counts[code] == 0) {
                    seen.add(code);
                }
                counts[code] += rows.count()[row];
            }
            for (; seen.size() > 0; seen.removeLast()) {
                int code = seen.get(seen.size() - 1);
                if (day >= from && day <= to) {
                    visitor.visit(day, ledger.cells().valueOf(by, code), counts[code]);
                }
                counts[code] = 0;
            }
        }
    }

    ResponseTimes responses(int segment, int from, int to) {
        Answers rows = answers();
        long known = 0;
        long logs = 0;
        long squares = 0;
        for (int row = rows.start()[segment]; row < rows.start()[segment + 1]; row++) {
            if (rows.day()[row] >= from && rows.day()[row] <= to) {
                long log = rows.log()[row];
                known++;
                logs += log;
                squares += Math.round(log * AnswerRows.MICROS * log);
            }
        }
        return ResponseTimes.ofMicros(known, logs, squares);
    }

    private synchronized Inquiries inquiries() {
        if (inquiries == null) {
            int[] next = new int[segments + 1];
            eachInquiry((day, cell, count) -> next[segmentOfCell[cell] + 1]++);
            int[] start = starts(next);
            Inquiries rows =
                    new Inquiries(start, new int[start[segments]], new int[start[segments]], new int[start[segments]]);
            eachInquiry((day, cell, count) -> {
                int row = next[segmentOfCell[cell]]++;
                rows.day[row] = day;
                rows.cell[row] = cell;
                rows.count[row] = count;
            });
            inquiries = rows;
        }
        return inquiries;
    }

    private synchronized Answers answers() {
        if (answers == null) {
            int[] next = new int[segments + 1];
            eachAnswer((day, cell, log) -> next[segmentOfCell[cell] + 1]++);
            int[] start = starts(next);
            Answers rows = new Answers(start, new int[start[segments]], new int[start[segments]]);
            eachAnswer((day, cell, log) -> {
                int row = next[segmentOfCell[cell]]++;
                rows.day[row] = day;
                rows.log[row] = log;
            });
            answers = rows;
        }
        return answers;
    }

    /** Makes running totals of counts that stand one place late, in place; a copy of them. */
    private static int[] starts(int[] counts) {
        Arrays.parallelPrefix(counts, Integer::sum);
        return counts.clone();
    }

    private interface RowVisitor {
        void row(int day, int cell, int value);
    }

    private void eachInquiry(RowVisitor visitor) {
        for (int day = 0; day < ledger.days(); day++) {
            InquiryRows rows = ledger.records(day).inquiries();
            for (int row = 0; row < rows.size(); row++) {
                int valid = rows.valid(row, ledger.lastDay());
                if (valid > 0 && segmentOfCell[rows.cell()[row]] >= 0) {
                    visitor.row(day, rows.cell()[row], valid);
                }
            }
        }
    }

    private void eachAnswer(RowVisitor visitor) {
        for (int day = 0; day < ledger.days(); day++) {
            AnswerRows rows = ledger.records(day).answers();
            for (int row = 0; row < rows.size(); row++) {
                if (rows.isKnown(row, ledger.lastDay()) && segmentOfCell[rows.cell()[row]] >= 0) {
                    visitor.row(day, rows.cell()[row], rows.log()[row]);
                }
            }
        }
    }
}
