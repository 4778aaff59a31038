package dev.leadline.decision;

import dev.leadline.analysis.bucket.Week;
import dev.leadline.analysis.stability.Assessment;
import dev.leadline.ledger.segment.Omission;
import dev.leadline.statistics.Rule;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;

/** By how much a weekly figure has moved since the first of its alarms: for the sentence, nothing is decided by it. */
final class Shift {

    /** Of a drift the last quarter is set beside the one before. */
    private static final int QUARTER = 13 * Week.DAYS;

    private Shift() {}

    /** {@code , from 21 a week to 4}: of the weeks before to the first that was low, or to the last quarter; empty without both. */
    static String ofVolume(Appraisal appraisal) {
        Assessment volume = appraisal.stability().volume();
        int first = beginning(appraisal, volume);
        int last = isDrift(volume) ? appraisal.window().lastKnown() : first + Week.DAYS - 1;
        double before = perDay(appraisal, from(appraisal, volume, first), first - 1);
        double after =
                perDay(appraisal, first, Math.min(last, appraisal.window().lastKnown()));
        return Double.isNaN(before) || Double.isNaN(after)
                ? ""
                : String.format(Locale.ROOT, ", from %.1f a week to %.1f,", Week.DAYS * before, Week.DAYS * after);
    }

    /** {@code , from 50.00 to 100.00}; empty without inquiries both before and since. */
    static String ofCost(Appraisal appraisal) {
        Assessment cost = appraisal.stability().cost();
        int first = beginning(appraisal, cost);
        double before = cost(appraisal, from(appraisal, cost, first), first - 1);
        double after = cost(appraisal, first, appraisal.window().lastKnown());
        return Double.isNaN(before) || Double.isNaN(after)
                ? ""
                : String.format(Locale.ROOT, ", from %.2f each to %.2f", before, after);
    }

    static boolean isDrift(Assessment assessment) {
        return assessment.adverse().stream().allMatch(alarm -> alarm.rule().equals(Rule.DRIFT.name()));
    }

    /** The Monday of its week. */
    static LocalDate firstAlarm(Assessment assessment) {
        return assessment.adverse().stream()
                .map(Assessment.Alarm::week)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static int beginning(Appraisal appraisal, Assessment assessment) {
        return isDrift(assessment)
                ? appraisal.window().lastKnown() - QUARTER + 1
                : appraisal.segment().ledger().index(firstAlarm(assessment));
    }

    /** Of the half a year before, as far as the segment goes back. */
    private static int from(Appraisal appraisal, Assessment assessment, int first) {
        return Math.max(
                first - (isDrift(assessment) ? QUARTER : 2 * QUARTER),
                Math.max(appraisal.window().from(), appraisal.segment().firstActiveDay()));
    }

    private static double perDay(Appraisal appraisal, int from, int to) {
        return to < from ? Double.NaN : appraisal.segment().inquiries(from, to) / (to - from + 1.0);
    }

    private static double cost(Appraisal appraisal, int from, int to) {
        long inquiries = appraisal.segment().inquiries(from, to);
        return to < from || inquiries == 0
                ? Double.NaN
                : appraisal.segment().spend(from, to, Omission.NONE) / inquiries;
    }
}
