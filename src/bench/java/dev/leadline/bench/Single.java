package dev.leadline.bench;

import dev.leadline.packaged.PackagedService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Inquiries posted one by one, each acknowledged when it is on disk, against single inserts of such rows into a table with the
 * same columns, keys and indexes, each committed.
 */
final class Single {

    private static final double GOAL = 0.5;
    private static final Duration WARM_UP = Duration.ofSeconds(60);

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Installation installation;
    private final Settings settings;
    private final Path scratch;

    Single(Installation installation, Settings settings, Path scratch) {
        this.installation = installation;
        this.settings = settings;
        this.scratch = scratch;
    }

    void measure(Report report) throws Exception {
        installation.start(settings.environment());
        installation.empty();
        Report.Table table = report.table(
                "Inquiries in, one by one",
                Load.CONNECTIONS + " connections, " + settings.load().toSeconds() + " s each after "
                        + WARM_UP.toSeconds() + " s to warm up; synchronous_commit on; " + settings.options(),
                "Load",
                "A second",
                "Median, ms",
                "p99, ms",
                "Against the inserts");
        var live = HttpWorker.request("GET", "/q/health/live", PackagedService.ADMIN_KEY, "");
        load(() -> live, 200, WARM_UP);
        Load ceiling = load(() -> live, 200, settings.load());
        posts(installation, WARM_UP);
        Load posts = posts(installation, settings.load());
        installation.empty();
        SingleInserts inserts = SingleInserts.best(installation, scratch);
        Load inserted = inserts.run(settings.load());
        row(table, "GET /q/health/live: what the client can do", ceiling, "");
        row(table, "POST /inquiries", posts, Report.atLeast(posts.perSecond() / inserted.perSecond(), GOAL));
        row(table, "insert, " + inserts.name(), inserted, "1");
        table.end();
    }

    /** New inquiries, one after the other by each connection. */
    static Load posts(Installation installation, Duration duration) throws Exception {
        return Load.of(duration, new HttpWorker(installation.service().uri("/"), Single::post, 201));
    }

    private Load load(Supplier<byte[]> requests, int status, Duration duration) throws Exception {
        return Load.of(duration, new HttpWorker(installation.service().uri("/"), requests, status));
    }

    private static byte[] post() {
        int number = NUMBER.incrementAndGet();
        String body = Rows.inquiry("single-", number, 1, Rows.Shape.SPREAD);
        return HttpWorker.request("POST", "/api/v1/inquiries", PackagedService.ADMIN_KEY, body);
    }

    private static void row(Report.Table table, String name, Load outcome, String against) throws IOException {
        table.row(
                name,
                Report.figure(outcome.perSecond()),
                Report.figure(outcome.medianMillis()),
                Report.figure(outcome.p99Millis()),
                against);
    }
}
