package dev.leadline.analysis.stability;

import dev.leadline.analysis.bucket.Week;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.store.Ledger;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;

/**
 * A segment by complete ISO weeks, the last ones up to a day, with the {@link ActiveDays} of each, so that a paused week is no
 * low week.
 */
public final class Weeks {

    /** Two years: what lies further back says little of how stable things are. */
    private static final int MOST = 104;

    private final LocalDate firstMonday;
    private final double[] inquiries;
    private final double[] spend;
    private final double[] activeDays;
    private final double[] activity;

    /** Weeks from a Monday on; the arrays are as long as each other. {@code activity} is as in {@link #activity()}. */
    Weeks(LocalDate firstMonday, double[] inquiries, double[] spend, double[] activeDays, double[] activity) {
        this.firstMonday = firstMonday;
        this.inquiries = inquiries;
        this.spend = spend;
        this.activeDays = activeDays;
        this.activity = activity;
    }

    /** @param asOf index of the ledger's day at whose end it is judged */
    public static Weeks of(SegmentLedger segment, int asOf) {
        Ledger ledger = segment.ledger();
        LocalDate end = ledger.day(asOf).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        LocalDate start = ledger.firstDay().with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        LocalDate earliest = end.minusDays((long) MOST * Week.DAYS - 1);
        LocalDate first = start.isBefore(earliest) ? earliest : start;
        int count = Math.max(0, (int) ((end.toEpochDay() - first.toEpochDay() + 1) / Week.DAYS));
        double[] inquiries = new double[count];
        double[] spend = new double[count];
        double[] activeDays = new double[count];
        int from = ledger.index(first);
        ActiveDays active = new ActiveDays(segment, asOf);
        for (int i = 0; i < count * Week.DAYS; i++) {
            int day = from + i;
            inquiries[i / Week.DAYS] += segment.inquiries(day);
            spend[i / Week.DAYS] += segment.spend(day);
            activeDays[i / Week.DAYS] += active.include(day) ? 1 : 0;
        }
        return new Weeks(first, inquiries, spend, activeDays, Activity.of(segment, active, from, spend, activeDays));
    }

    /** How many complete weeks there are, active or not. */
    public int count() {
        return inquiries.length;
    }

    /** @param week from 0, the first */
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

    /** By week the part of it that says how many inquiries come, 0 to 1: see {@link Activity}. */
    double[] activity() {
        return activity;
    }

    /** By week the spend that says what an inquiry costs. */
    double[] informativeSpend() {
        double[] telling = new double[count()];
        Arrays.setAll(telling, i -> isInformative(i) ? spend[i] : 0);
        return telling;
    }

    /** Whether a week says anything; one that is paused, or as good as that, does not. */
    boolean isInformative(int week) {
        return activity[week] > 0;
    }

    /** These weeks without a part of them: what the rest of the workspace did. A week in which it was idle tells that it was. */
    Weeks without(Weeks part) {
        double[] restInquiries = new double[count()];
        double[] restSpend = new double[count()];
        Arrays.setAll(restInquiries, i -> Math.max(0, inquiries[i] - part.inquiries[i]));
        Arrays.setAll(restSpend, i -> Math.max(0, spend[i] - part.spend[i]));
        double[] restActivity = new double[count()];
        Arrays.setAll(restActivity, i -> isInformative(i) ? activity[i] : activeDays[i] / Week.DAYS);
        return new Weeks(firstMonday, restInquiries, restSpend, activeDays, restActivity);
    }
}
