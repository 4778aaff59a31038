package dev.leadline.decision;

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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What an answer of recommendations costs once its ledger is read: 200 segments over 730 days, on all processors. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-Xms2g", "-Xmx2g"})
@Warmup(iterations = 2, time = 4)
@Measurement(iterations = 3, time = 2)
public class RecommendationBenchmark {

    private static final int SEGMENTS = 200;
    private static final int DAYS = 730;

    private Ledger ledger;

    @Setup
    public void build() {
        ledger = SyntheticLedger.of(SEGMENTS, DAYS, 3, 0.15);
    }

    @Benchmark
    public Recommendations answer() {
        return Asking.asOf(ledger.asOf(), Dimension.CAMPAIGN).of(ledger);
    }
}
