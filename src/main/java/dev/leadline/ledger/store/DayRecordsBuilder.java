package dev.leadline.ledger.store;

import java.util.Arrays;
import java.util.UUID;

/** Gathers the records of one day. All cells are of one vocabulary; days are counted from 1970-01-01. */
final class DayRecordsBuilder {

    private final CellDictionary vocabulary;
    private final int day;

    /** One of each valid inquiry: its campaign and its cell. */
    private final LongColumn valid = new LongColumn();
    /** One of each other inquiry: its cell and since when it is invalid. */
    private final LongColumn invalid = new LongColumn();

    private final IntColumn answerCell = new IntColumn();
    private final IntColumn answeredDay = new IntColumn();
    private final IntColumn answerLog = new IntColumn();
    private final IntColumn answerInvalidFrom = new IntColumn();
    private final IntColumn spendCell = new IntColumn();
    private final LongColumn spendAmount = new LongColumn();
    private final IntColumn dealCell = new IntColumn();
    private final IntColumn dealInquiry = new IntColumn();
    private final IntColumn dealLag = new IntColumn();
    private final IntColumn dealClosed = new IntColumn();
    private final IntColumn dealCancelled = new IntColumn();
    private final IntColumn dealRefundedDay = new IntColumn();
    private final IntColumn dealInvalidFrom = new IntColumn();
    private final IntColumn dealRecorded = new IntColumn();
    private final LongColumn dealRevenue = new LongColumn();
    private final LongColumn dealMargin = new LongColumn();
    private final LongColumn dealRefunded = new LongColumn();
    private final LongColumn lateInquiries = new LongColumn();
    private final LongColumn lateSpend = new LongColumn();
    private UUID lastInquiry;
    private int inquiriesWithDeals;

    DayRecordsBuilder(CellDictionary vocabulary, int day) {
        this.vocabulary = vocabulary;
        this.day = day;
    }

    /** @param invalidFrom {@link DayRecords#NEVER} for a valid inquiry */
    void inquiry(int cell, int invalidFrom, int recordedDay) {
        if (invalidFrom == DayRecords.NEVER) {
            valid.add(pair(vocabulary.campaignOf.get(cell), cell));
        } else {
            invalid.add(pair(cell, invalidFrom));
        }
        if (recordedDay > day) {
            lateInquiries.add(recordedDay);
        }
    }

    void answer(int cell, int answered, int log, int invalidFrom) {
        answerCell.add(cell);
        answeredDay.add(answered);
        answerLog.add(log);
        answerInvalidFrom.add(invalidFrom);
    }

    void spend(int cell, long amount, int recordedDay) {
        spendCell.add(cell);
        spendAmount.add(amount);
        if (recordedDay > day) {
            lateSpend.add(recordedDay);
        }
    }

    /** Deals of one inquiry must come one after the other, in the order they closed. */
    void deal(
            int cell,
            UUID inquiry,
            int lag,
            int closedDay,
            int cancelledDay,
            int refundedDay,
            int invalidFrom,
            int recordedDay,
            long revenue,
            long margin,
            long refunded) {
        if (!inquiry.equals(lastInquiry)) {
            lastInquiry = inquiry;
            inquiriesWithDeals++;
        }
        dealCell.add(cell);
        dealInquiry.add(inquiriesWithDeals - 1);
        // An export that knows only days may close a deal a little before its inquiry came.
        dealLag.add(Math.max(0, lag));
        dealClosed.add(closedDay);
        dealCancelled.add(cancelledDay);
        dealRefundedDay.add(refundedDay);
        dealInvalidFrom.add(invalidFrom);
        dealRecorded.add(recordedDay);
        dealRevenue.add(revenue);
        dealMargin.add(margin);
        dealRefunded.add(refunded);
    }

    DayRecords build() {
        return new DayRecords(
                inquiries(),
                answerCell.size() == 0
                        ? AnswerRows.NONE
                        : new AnswerRows(
                                answerCell.toArray(),
                                answeredDay.toArray(),
                                answerLog.toArray(),
                                answerInvalidFrom.toArray()),
                spendCell.size() == 0 ? SpendRows.NONE : new SpendRows(spendCell.toArray(), spendAmount.toArray()),
                dealCell.size() == 0
                        ? DealRows.NONE
                        : new DealRows(
                                dealCell.toArray(),
                                dealInquiry.toArray(),
                                dealLag.toArray(),
                                dealClosed.toArray(),
                                dealCancelled.toArray(),
                                dealRefundedDay.toArray(),
                                dealInvalidFrom.toArray(),
                                dealRecorded.toArray(),
                                dealRevenue.toArray(),
                                dealMargin.toArray(),
                                dealRefunded.toArray()),
                arrivals(lateInquiries),
                arrivals(lateSpend));
    }

    private InquiryRows inquiries() {
        if (valid.size() + invalid.size() == 0) {
            return InquiryRows.NONE;
        }
        IntColumn cell = new IntColumn();
        IntColumn count = new IntColumn();
        IntColumn campaign = new IntColumn();
        IntColumn campaignCount = new IntColumn();
        Counted validCounts = Counted.of(valid);
        for (int row = 0; row < validCounts.values().length; ) {
            int owner = first(validCounts.values()[row]);
            int sum = 0;
            for (; row < validCounts.values().length && first(validCounts.values()[row]) == owner; row++) {
                cell.add(second(validCounts.values()[row]));
                count.add(validCounts.counts()[row]);
                sum += validCounts.counts()[row];
            }
            campaign.add(owner);
            campaignCount.add(sum);
        }
        IntColumn invalidFrom = new IntColumn();
        Counted invalidCounts = Counted.of(invalid);
        for (int row = 0; row < invalidCounts.values().length; row++) {
            cell.add(first(invalidCounts.values()[row]));
            count.add(invalidCounts.counts()[row]);
            invalidFrom.add(second(invalidCounts.values()[row]));
        }
        return new InquiryRows(
                cell.toArray(), count.toArray(), invalidFrom.toArray(), campaign.toArray(), campaignCount.toArray());
    }

    private static Arrivals arrivals(LongColumn late) {
        if (late.size() == 0) {
            return Arrivals.NONE;
        }
        Counted counted = Counted.of(late);
        return new Arrivals(
                Arrays.stream(counted.values()).mapToInt(Math::toIntExact).toArray(), counted.counts());
    }

    private static long pair(int first, int second) {
        return (long) first << Integer.SIZE | second & 0xFFFF_FFFFL;
    }

    private static int first(long pair) {
        return (int) (pair >> Integer.SIZE);
    }

    private static int second(long pair) {
        return (int) pair;
    }

    /** The distinct values in rising order, and how often each occurs. */
    private record Counted(long[] values, int[] counts) {

        static Counted of(LongColumn column) {
            long[] sorted = column.toArray();
            Arrays.sort(sorted);
            LongColumn values = new LongColumn();
            IntColumn counts = new IntColumn();
            for (int start = 0, end = 0; start < sorted.length; start = end) {
                while (end < sorted.length && sorted[end] == sorted[start]) {
                    end++;
                }
                values.add(sorted[start]);
                counts.add(end - start);
            }
            return new Counted(values.toArray(), counts.toArray());
        }
    }
}
