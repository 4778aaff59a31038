package dev.leadline.decision;

import dev.leadline.analysis.cut.Cut;
import dev.leadline.analysis.estimate.Family;
import dev.leadline.analysis.estimate.Terms;
import dev.leadline.analysis.estimate.Window;
import dev.leadline.analysis.query.AnalysisQuery;
import dev.leadline.analysis.stability.AllWeeks;
import dev.leadline.ledger.Ledger;
import dev.leadline.ledger.Segment;
import dev.leadline.ledger.SegmentLedger;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** What was known of the segments of a cut at the ends of past days, each by the query's window as it lay then. */
final class PastAppraisals {

    private final AnalysisQuery query;
    private final Ledger ledger;
    private final Cut present;
    private final boolean allocated;

    PastAppraisals(AnalysisQuery query, Ledger ledger) {
        this.query = query;
        this.ledger = ledger;
        this.present = Cut.of(query, ledger);
        this.allocated = present.siblings().stream().anyMatch(SegmentLedger::costIsAllocated);
    }

    /** The Sundays before a day, so many at most and none before the records begin; the earliest first. */
    List<LocalDate> sundaysBefore(LocalDate day, int most) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate last = day.minusDays(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        for (int week = most - 1; week >= 0; week--) {
            LocalDate sunday = last.minusWeeks(week);
            if (sunday.isAfter(ledger.firstDay())) {
                days.add(sunday);
            }
        }
        return days;
    }

    /** All segments at the end of a day. */
    List<Appraisal> at(LocalDate day) {
        return at(day, Set.of(), appraisal -> appraisal);
    }

    /**
     * What follows from what was known of some segments at the end of a day.
     *
     * @param only the segments to appraise; none: all
     * @param conclusion what to conclude from one; of several at once, on any thread
     */
    <T> List<T> at(LocalDate day, Set<Segment> only, Function<Appraisal, T> conclusion) {
        int shift = (int) shift(day);
        // Where spend is shared, a past day's shares come from the inquiries of its own window.
        Cut cut = allocated && shift != 0 ? cutOf(day) : present;
        int asOf = ledger.index(day);
        Window window =
                new Window(ledger.index(query.from()) - shift, Math.min(asOf, ledger.index(query.to()) - shift), asOf);
        Family family = Family.of(Terms.of(query), cut.everything(), cut.siblings(), window);
        AllWeeks all = AllWeeks.of(cut.everything(), asOf);
        List<SegmentLedger> segments = segments(cut).stream()
                .filter(segment -> only.isEmpty() || only.contains(segment.segment()))
                .toList();
        return InParallel.map(segments, segment -> conclusion.apply(Appraisal.of(segment, all, family, window)));
    }

    /** The segments as they stand on the query's day, in the order of {@link #at}. */
    List<SegmentLedger> segments() {
        return segments(present);
    }

    private List<SegmentLedger> segments(Cut cut) {
        return query.groupBy().isEmpty() ? List.of(cut.total()) : cut.siblings();
    }

    private long shift(LocalDate day) {
        return query.asOf().toEpochDay() - day.toEpochDay();
    }

    private Cut cutOf(LocalDate day) {
        return Cut.of(
                query, ledger, query.from().minusDays(shift(day)), query.to().minusDays(shift(day)));
    }
}
