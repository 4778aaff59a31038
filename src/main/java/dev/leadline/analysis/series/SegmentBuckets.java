package dev.leadline.analysis.series;

import dev.leadline.analysis.bucket.Bucket;
import dev.leadline.analysis.estimate.Estimate;
import dev.leadline.analysis.estimate.PeerGroup;
import dev.leadline.analysis.estimate.SegmentContext;
import dev.leadline.analysis.estimate.SegmentEstimates;
import dev.leadline.analysis.estimate.Window;
import dev.leadline.analysis.segmentation.SegmentView;
import dev.leadline.analysis.segmentation.Segmentation;
import dev.leadline.ledger.segment.DealCursor;
import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.platform.money.Money;
import java.util.ArrayList;
import java.util.List;

/** The figures of a segment, bucket by bucket. */
final class SegmentBuckets {

    private final Segmentation segmentation;
    private final SegmentView view;
    private final List<Bucket> buckets;
    private final List<Window> windows;

    SegmentBuckets(Segmentation segmentation, List<Bucket> buckets) {
        this.segmentation = segmentation;
        this.view = segmentation.view();
        this.buckets = buckets;
        this.windows =
                buckets.stream().map(b -> b.window(segmentation.ledger())).toList();
    }

    Series.SegmentSeries of(SegmentLedger segment, PeerGroup peerGroup) {
        double phi = SegmentEstimates.of(new SegmentContext(segment, peerGroup, segmentation.window()), Omission.NONE)
                .phi();
        PeerGroup parts = peerGroup.forPartsOf(segment, windows);
        long[] deals = dealsByCohortDay(segment);
        List<Series.Point> points = new ArrayList<>();
        for (int i = 0; i < buckets.size(); i++) {
            SegmentEstimates estimates =
                    SegmentEstimates.ofPart(new SegmentContext(segment, parts, windows.get(i)), phi);
            points.add(point(buckets.get(i), estimates, sum(deals, windows.get(i))));
        }
        return new Series.SegmentSeries(
                view.of(segment.segment()), segment.costIsAllocated() ? "allocated" : "direct", points);
    }

    private Series.Point point(Bucket bucket, SegmentEstimates estimates, long deals) {
        double level = segmentation.query().level();
        return new Series.Point(
                bucket.start(),
                bucket.end(),
                bucket.complete(),
                Money.rounded(estimates.spend()),
                estimates.inquiries(),
                estimates.costPerInquiry(level),
                deals,
                estimates.conversionRate(level),
                Estimate.rounded(estimates.maturity()));
    }

    private long[] dealsByCohortDay(SegmentLedger segment) {
        long[] deals = new long[segmentation.ledger().days()];
        for (DealCursor deal = segment.deals(segmentation.window().asOf(), Omission.NONE); deal.next(); ) {
            deals[deal.cohortDay()] += deal.isFirst() ? 1 : 0;
        }
        return deals;
    }

    private static long sum(long[] deals, Window window) {
        long sum = 0;
        for (int day = Math.max(0, window.from()); day <= window.lastKnown(); day++) {
            sum += deals[day];
        }
        return sum;
    }
}
