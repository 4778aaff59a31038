package dev.leadline.analysis.diagnosis;

import dev.leadline.analysis.estimate.PeerGroup;
import dev.leadline.analysis.estimate.SegmentContext;
import dev.leadline.analysis.estimate.SegmentEstimates;
import dev.leadline.analysis.estimate.Window;
import dev.leadline.analysis.query.QueryFixture;
import dev.leadline.analysis.segmentation.Segmentation;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.ledger.store.LedgerFixture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Asks for diagnoses as the API does, of all the records up to a day, at a horizon of 180 days. */
record Diagnosing(Dimension groupBy, LocalDate dealsTrackedFrom, int windowDays) {

    static Diagnosing by(Dimension groupBy) {
        return new Diagnosing(groupBy, null, Integer.MAX_VALUE);
    }

    Diagnosing over(int days) {
        return new Diagnosing(groupBy, dealsTrackedFrom, days);
    }

    Diagnosing trackedFrom(LocalDate day) {
        return new Diagnosing(groupBy, day, windowDays);
    }

    /** Of all segments, in the order of their values. */
    List<Diagnosis> of(LedgerFixture fixture, LocalDate asOf) {
        Ledger ledger = fixture.asOf(asOf);
        int last = ledger.days() - 1;
        int from = Math.max(0, last - (windowDays - 1));
        Segmentation segmentation = Segmentation.of(
                new QueryFixture()
                        .groupBy(groupBy)
                        .targetRoi(0.3)
                        .dealsTrackedFrom(dealsTrackedFrom)
                        .query(ledger.day(from), ledger.day(last), ledger.day(last)),
                ledger);
        List<SegmentLedger> segments = segmentation.segments();
        Window window = segmentation.window();
        PeerGroup peerGroup = segmentation.peerGroup();
        Diagnostics diagnostics = new Diagnostics(
                segmentation.view(),
                segments,
                segments.stream()
                        .map(segment ->
                                SegmentEstimates.of(new SegmentContext(segment, peerGroup, window), Omission.NONE))
                        .toList(),
                peerGroup,
                window);
        List<Diagnosis> diagnoses = new ArrayList<>();
        for (int member = 0; member < segments.size(); member++) {
            diagnoses.add(diagnostics.of(member));
        }
        return diagnoses;
    }

    Diagnosis of(LedgerFixture fixture, LocalDate asOf, String value) {
        return of(fixture, asOf).stream()
                .filter(diagnosis -> value.equals(diagnosis.segment().get(groupBy.apiName())))
                .findFirst()
                .orElseThrow();
    }
}
