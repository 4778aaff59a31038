package dev.leadline.analysis.stability;

import dev.leadline.ledger.Ledger;
import dev.leadline.ledger.SegmentLedger;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * A segment by complete ISO weeks, the last ones up to a day, with the {@link ActiveDays} of each, so that a paused week is no
 * low week.
 */
public final class Weeks {

    static final int DAYS = 7;
    /** Two years: what lies further back says little of how stable things are. */
    private static final int MOST = 104;

    private final LocalDate firstMonday;
    private final double[] inquiries;
    private final double[] spend;
    private final double[] activeDays;

    private Weeks(LocalDate firstMonday, int count) {
        this.firstMonday = firstMonday;
        this.inquiries = new double[count];
        this.spend = new double[count];
        this.activeDays = new double[count];
    }

    /** @param asOf index of the ledger's day at whose end it is judged */
    public static Weeks of(SegmentLedger segment, int asOf) {
        Ledger ledger = segment.ledger();
        LocalDate end = ledger.day(asOf).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        LocalDate start = ledger.firstDay().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        LocalDate earliest = end.minusDays((long) MOST * DAYS - 1);
        LocalDate first = start.isBefore(earliest) ? earliest : start;
        int count = Math.max(0, (int) ((end.toEpochDay() - first.toEpochDay() + 1) / DAYS));
        Weeks weeks = new Weeks(first, count);
        int from = ledger.index(first);
        ActiveDays active = new ActiveDays(segment, asOf);
        for (int i = 0; i < count * DAYS; i++) {
            int day = from + i;
            weeks.inquiries[i / DAYS] += segment.inquiries(day);
            weeks.spend[i / DAYS] += segment.spend(day);
            weeks.activeDays[i / DAYS] += active.include(day) ? 1 : 0;
        }
        return weeks;
    }

    /** How many complete weeks there are, active or not. */
    public int count() {
        return inquiries.length;
    }

    public LocalDate monday(int week) {
        return firstMonday.plusWeeks(week);
    }

    double[] inquiries() {
        return inquiries;
    }

    double[] spend() {
        return spend;
    }

    double[] activeDays() {
        return activeDays;
    }

    /** These weeks without a part of them: what the rest of the workspace did. */
    Weeks without(Weeks part) {
        Weeks rest = new Weeks(firstMonday, count());
        for (int week = 0; week < count(); week++) {
            rest.inquiries[week] = Math.max(0, inquiries[week] - part.inquiries[week]);
            rest.spend[week] = Math.max(0, spend[week] - part.spend[week]);
            rest.activeDays[week] = activeDays[week];
        }
        return rest;
    }
}
