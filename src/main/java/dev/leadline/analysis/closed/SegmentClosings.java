package dev.leadline.analysis.closed;

import dev.leadline.analysis.bucket.Bucket;
import dev.leadline.analysis.estimate.Window;
import dev.leadline.analysis.segmentation.SegmentView;
import dev.leadline.analysis.segmentation.Segmentation;
import dev.leadline.ledger.segment.DealEvents;
import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.platform.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Puts the money of a segment on the days on which it moved. */
final class SegmentClosings {

    private final SegmentView view;
    private final List<Bucket> buckets;
    private final Window window;
    /** By day of the window its bucket. */
    private final int[] bucketOfDay;

    private final List<Window> windows;

    SegmentClosings(Segmentation segmentation, List<Bucket> buckets) {
        this.view = segmentation.view();
        this.buckets = buckets;
        this.window = segmentation.window();
        this.windows =
                buckets.stream().map(b -> b.window(segmentation.ledger())).toList();
        this.bucketOfDay = new int[window.to() - window.from() + 1];
        for (int bucket = 0; bucket < windows.size(); bucket++) {
            for (int day = windows.get(bucket).from();
                    day <= windows.get(bucket).to();
                    day++) {
                bucketOfDay[day - window.from()] = bucket;
            }
        }
    }

    ClosedMetrics.SegmentMoney of(SegmentLedger segment) {
        MovedMoney whole = new MovedMoney();
        List<MovedMoney> parts =
                Stream.generate(MovedMoney::new).limit(buckets.size()).toList();
        for (DealEvents deal = segment.dealEvents(); deal.next(); ) {
            on(deal.closedDay(), whole, parts, money -> money.close(deal));
            on(deal.refundedDay(), whole, parts, money -> money.refund(deal));
            on(deal.cancelledDay(), whole, parts, money -> money.cancel(deal));
        }
        List<ClosedMetrics.Period> periods = new ArrayList<>();
        for (int i = 0; i < buckets.size(); i++) {
            double spend = segment.spend(windows.get(i).from(), windows.get(i).lastKnown(), Omission.NONE);
            periods.add(new ClosedMetrics.Period(
                    buckets.get(i).start(),
                    buckets.get(i).end(),
                    buckets.get(i).complete(),
                    parts.get(i).with(Money.rounded(spend))));
        }
        return new ClosedMetrics.SegmentMoney(
                view.of(segment.segment()),
                segment.costIsAllocated() ? "allocated" : "direct",
                whole.with(segment.windowSpend()),
                periods);
    }

    private void on(int day, MovedMoney whole, List<MovedMoney> parts, Consumer<MovedMoney> moved) {
        if (day >= window.from() && day <= window.lastKnown()) {
            moved.accept(whole);
            moved.accept(parts.get(bucketOfDay[day - window.from()]));
        }
    }
}
