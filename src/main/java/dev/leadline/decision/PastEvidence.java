package dev.leadline.decision;

import dev.leadline.analysis.estimate.PeerGroup;
import dev.leadline.analysis.estimate.SegmentContext;
import dev.leadline.analysis.estimate.Window;
import dev.leadline.analysis.query.AnalysisQuery;
import dev.leadline.analysis.segmentation.SegmentView;
import dev.leadline.analysis.segmentation.Segmentation;
import dev.leadline.analysis.stability.WorkspaceWeeks;
import dev.leadline.ledger.segment.Segment;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.platform.concurrent.InParallel;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What was known of the segments of a segmentation at the ends of past days, each by the query's window as it lay then. */
public final class PastEvidence {

    private final AnalysisQuery query;
    private final Ledger ledger;
    private final Segmentation present;
    private final boolean allocated;

    /** @param ledger up to the query's day */
    public PastEvidence(AnalysisQuery query, Ledger ledger) {
        this.query = query;
        this.ledger = ledger;
        this.present = Segmentation.of(query, ledger);
        this.allocated = present.siblings().stream().anyMatch(SegmentLedger::costIsAllocated);
    }

    /** The Sundays before a day, so many at most and none before the records begin; the earliest first. */
    public List<LocalDate> sundaysBefore(LocalDate day, int most) {
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
    List<SegmentEvidence> at(LocalDate day) {
        Knowledge known = at(day, Set.of());
        return InParallel.map(known.segments(), known::evidenceOf);
    }

    /**
     * Judges segments by what was known at the ends of some days, one day after the other. While a day's segments are judged,
     * what those of the next share is made ready.
     *
     * @param only the segments to judge; none: all
     * @param judge of one segment, on any thread
     * @param conclusion takes a day's judgements together, in the segments' order and without those that are null, before the
     *     next day's begin
     */
    public <T> void inTurn(
            List<LocalDate> days,
            Set<Segment> only,
            Function<SegmentEvidence, T> judge,
            BiConsumer<LocalDate, List<T>> conclusion) {
        if (days.isEmpty()) {
            return;
        }
        AtomicReference<Knowledge> next = new AtomicReference<>(at(days.get(0), only));
        for (int i = 0; i < days.size(); i++) {
            Knowledge known = next.get();
            List<T> judged =
                    new ArrayList<>(Collections.nCopies(known.segments().size(), null));
            List<Runnable> tasks = new ArrayList<>();
            if (i + 1 < days.size()) {
                LocalDate after = days.get(i + 1);
                tasks.add(() -> next.set(at(after, only)));
            }
            for (int s = 0; s < judged.size(); s++) {
                int place = s;
                tasks.add(() -> judged.set(
                        place, judge.apply(known.evidenceOf(known.segments().get(place)))));
            }
            InParallel.run(tasks);
            conclusion.accept(
                    days.get(i), judged.stream().filter(Objects::nonNull).toList());
        }
    }

    /** What some segments have in common at the end of a day. */
    private record Knowledge(List<SegmentLedger> segments, WorkspaceWeeks all, PeerGroup peerGroup, Window window) {

        SegmentEvidence evidenceOf(SegmentLedger segment) {
            return SegmentEvidence.of(new SegmentContext(segment, peerGroup, window), all);
        }
    }

    private Knowledge at(LocalDate day, Set<Segment> only) {
        int shift = (int) shift(day);
        // Where spend is shared, a past day's shares come from the inquiries of its own window.
        Segmentation segmentation = allocated && shift != 0 ? segmentationOf(day) : present;
        int asOf = ledger.index(day);
        Window window =
                new Window(ledger.index(query.from()) - shift, Math.min(asOf, ledger.index(query.to()) - shift), asOf);
        PeerGroup peerGroup = PeerGroup.of(query.terms(), segmentation.everything(), segmentation.siblings(), window);
        List<SegmentLedger> segments = segmentation.compared().stream()
                .filter(segment -> only.isEmpty() || only.contains(segment.segment()))
                .toList();
        return new Knowledge(segments, WorkspaceWeeks.of(segmentation.everything(), asOf), peerGroup, window);
    }

    /** The segments as they stand on the query's day, those that its filter does not show too, in the order of {@link #at}. */
    public List<SegmentLedger> segments() {
        return present.compared();
    }

    /** How the segments are shown. */
    public SegmentView view() {
        return present.view();
    }

    private long shift(LocalDate day) {
        return query.asOf().toEpochDay() - day.toEpochDay();
    }

    private Segmentation segmentationOf(LocalDate day) {
        return Segmentation.of(
                query, ledger, query.from().minusDays(shift(day)), query.to().minusDays(shift(day)));
    }
}
