package dev.leadline.decision;

import dev.leadline.analysis.bucket.Week;
import dev.leadline.analysis.stability.Assessment;
import dev.leadline.ledger.segment.Omission;
import dev.leadline.statistics.SignalRule;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Says how a weekly figure has moved in the weeks that are its first adverse signal; nothing is decided by it. The alarm of a run is
 * in its last week, so what came after the alarm may be as good as ever.
 */
final class Shift {

    /** Of a drift the last quarter is compared with the one before. */
    private static final int QUARTER = 13 * Week.DAYS;

    private final SegmentEvidence evidence;
    private final Assessment assessment;
    private final Assessment.Departure departure;
    /** The first day of the departure and its last. */
    private final int first;

    private final int last;

    private Shift(SegmentEvidence evidence, Assessment assessment) {
        this.evidence = evidence;
        this.assessment = assessment;
        this.departure = assessment.departure();
        int known = evidence.window().lastKnown();
        this.first = isDrift() ? known - QUARTER + 1 : index(departure.from());
        this.last = lasts() ? known : Math.min(known, index(departure.to()) + Week.DAYS - 1);
    }

    /** {@code inquiries fell in the week of 2026-06-08, from 21.0 to 4.0 a week}; without the figures if one is missing. */
    static String ofVolume(SegmentEvidence evidence) {
        Shift shift = new Shift(evidence, evidence.stability().volume());
        return shift.said(
                        "inquiries have been falling slowly for half a year",
                        "inquiries fell in the week of ",
                        "inquiries have fallen since the week of ")
                + figures(
                        ", from %.1f to %.1f a week",
                        Week.DAYS * shift.perDay(shift.start(), shift.first - 1),
                        Week.DAYS * shift.perDay(shift.first, shift.last));
    }

    /** {@code inquiries have become more expensive since the week of 2026-06-01: from 50.00 to 100.00 each}. */
    static String ofCost(SegmentEvidence evidence) {
        Shift shift = new Shift(evidence, evidence.stability().cost());
        return shift.said(
                        "inquiries have become more expensive over half a year",
                        "inquiries became more expensive in the week of ",
                        "inquiries have become more expensive since the week of ")
                + figures(
                        ": from %.2f to %.2f each",
                        shift.cost(shift.start(), shift.first - 1), shift.cost(shift.first, shift.last));
    }

    private String said(String drift, String inWeek, String since) {
        return isDrift() ? drift : (is(SignalRule.BEYOND_LIMIT) ? inWeek : since) + departure.from();
    }

    private static String figures(String format, double before, double then) {
        return Double.isNaN(before) || Double.isNaN(then) ? "" : String.format(Locale.ROOT, format, before, then);
    }

    private boolean isDrift() {
        return is(SignalRule.DRIFT);
    }

    private boolean lasts() {
        return isDrift() || is(SignalRule.CHANGE_POINT);
    }

    private boolean is(SignalRule rule) {
        return departure.rule().equals(rule.name());
    }

    private int index(LocalDate day) {
        return evidence.segment().ledger().index(day);
    }

    /** Of the half a year before, as far as the segment goes back and, but for a drift, its level then. */
    private int start() {
        int earliest = Math.max(evidence.window().from(), evidence.segment().firstActiveDay());
        if (isDrift()) {
            return Math.max(first - QUARTER, earliest);
        }
        int level = assessment.changePoints().stream()
                .mapToInt(this::index)
                .filter(day -> day < first)
                .max()
                .orElse(earliest);
        return Math.max(first - 2 * QUARTER, Math.max(level, earliest));
    }

    private double perDay(int from, int to) {
        return to < from ? Double.NaN : evidence.segment().inquiries(from, to) / (to - from + 1.0);
    }

    private double cost(int from, int to) {
        long inquiries = evidence.segment().inquiries(from, to);
        return to < from || inquiries == 0 ? Double.NaN : evidence.segment().spend(from, to, Omission.NONE) / inquiries;
    }
}
