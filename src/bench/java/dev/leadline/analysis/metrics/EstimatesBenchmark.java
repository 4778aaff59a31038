package dev.leadline.analysis.metrics;

import dev.leadline.analysis.estimate.PeerGroup;
import dev.leadline.analysis.estimate.SegmentContext;
import dev.leadline.analysis.estimate.SegmentEstimates;
import dev.leadline.analysis.query.AnalysisQuery;
import dev.leadline.analysis.query.QueryFixture;
import dev.leadline.analysis.segmentation.Segmentation;
import dev.leadline.analysis.stability.Stability;
import dev.leadline.analysis.stability.WorkspaceWeeks;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.ledger.store.SyntheticLedger;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What an answer of metrics costs once its ledger is read: 1,000 segments over 730 days, on one thread. The parts are those of
 * the whole; each begins where the one before has ended.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xms2g", "-Xmx2g"})
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 4, time = 1)
public class EstimatesBenchmark {

    private static final int SEGMENTS = 1_000;
    private static final int DAYS = 730;
    private static final double LEVEL = 0.9;

    /** Of one segment; a twentieth of them buys. */
    @Param({"1", "10"})
    public double inquiriesPerDay;

    private AnalysisQuery query;
    private Ledger ledger;
    private Segmentation segmentation;
    private PeerGroup peerGroup;

    @Setup
    public void build() {
        ledger = SyntheticLedger.of(SEGMENTS, DAYS, inquiriesPerDay, inquiriesPerDay / 20);
        query = new QueryFixture()
                .groupBy(Dimension.CAMPAIGN)
                .targetRoi(0.3)
                .query(ledger.firstDay(), ledger.asOf(), ledger.asOf());
        segmentation = Segmentation.of(query, ledger);
        peerGroup = segmentation.peerGroup();
    }

    @Benchmark
    public Metrics answer() {
        return MetricsService.metrics(query, ledger);
    }

    @Benchmark
    public Segmentation segmentation() {
        return Segmentation.of(query, ledger);
    }

    @Benchmark
    public PeerGroup peerGroup() {
        return segmentation.peerGroup();
    }

    @Benchmark
    public void estimates(Blackhole sink) {
        for (SegmentLedger segment : segmentation.segments()) {
            SegmentEstimates estimates =
                    SegmentEstimates.of(new SegmentContext(segment, peerGroup, segmentation.window()), Omission.NONE);
            sink.consume(estimates.inquiriesPerDay(LEVEL));
            sink.consume(estimates.costPerInquiry(LEVEL));
            sink.consume(estimates.conversionRate(LEVEL));
            sink.consume(estimates.marginPerInquiry(LEVEL));
            sink.consume(estimates.marginPerDeal(LEVEL));
            sink.consume(estimates.projectedRoi(LEVEL));
            sink.consume(estimates.maxAffordableCostPerInquiry(LEVEL));
        }
    }

    @Benchmark
    public void stability(Blackhole sink) {
        int cycleWeeks = Stability.cycleWeeks(peerGroup.timing(), query.horizonDays());
        for (SegmentLedger segment : segmentation.segments()) {
            sink.consume(Stability.of(
                    segment,
                    WorkspaceWeeks.of(
                            segmentation.everything(), segmentation.window().asOf()),
                    cycleWeeks));
        }
    }
}
