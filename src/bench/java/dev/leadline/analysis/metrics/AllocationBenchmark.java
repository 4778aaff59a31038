package dev.leadline.analysis.metrics;

import dev.leadline.analysis.query.AnalysisQuery;
import dev.leadline.analysis.query.QueryFixture;
import dev.leadline.ledger.Dimension;
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

/** Whether an answer of metrics allocates more where there are more inquiries, the deals being as many. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xms2g", "-Xmx2g"})
@Warmup(iterations = 4)
@Measurement(iterations = 4)
public class AllocationBenchmark {

    private static final int SEGMENTS = 1_000;
    private static final int DAYS = 730;
    private static final double DEALS_PER_DAY = 0.05;

    /** Of one segment. */
    @Param({"1", "10", "50"})
    public double inquiriesPerDay;

    private AnalysisQuery query;
    private Ledger ledger;

    @Setup
    public void build() {
        ledger = SyntheticLedger.of(SEGMENTS, DAYS, inquiriesPerDay, DEALS_PER_DAY);
        query = new QueryFixture()
                .groupBy(Dimension.CAMPAIGN)
                .targetRoi(0.3)
                .query(ledger.firstDay(), ledger.asOf(), ledger.asOf());
    }

    @Benchmark
    public Metrics answer() {
        return MetricsService.metrics(query, ledger);
    }
}
