package dev.leadline.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** From the command to readiness, on an existing database with records, and the memory that the service's process then has. */
final class Start {

    private static final int STARTS = 5;
    private static final long SETTLING_SECONDS = 5;
    private static final double RESIDENT_GOAL = 300;

    private final Installation installation;
    private final Settings settings;
    private final Path scratch;

    Start(Installation installation, Settings settings, Path scratch) {
        this.installation = installation;
        this.settings = settings;
        this.scratch = scratch;
    }

    void measure(Report report) throws Exception {
        installation.start(settings.environment());
        Market.fill(installation, settings.sizes().get(0), 0);
        Report.Table table = report.table(
                "Start",
                "Medians of " + STARTS + " starts on a database with "
                        + Report.figure(settings.sizes().get(0))
                        + " inquiries; the database's start is part of it, its memory is not. Idle: "
                        + SETTLING_SECONDS + " s after readiness; loaded: after a batch, an analysis and "
                        + settings.load().toSeconds() + " s of single posts.",
                "Options of Java",
                "Ready after",
                "Resident, idle",
                "Resident, loaded");
        row(table, "none", "");
        row(table, settings.options(), settings.options());
        table.end();
    }

    private void row(Report.Table table, String name, String options) throws Exception {
        List<Double> seconds = new ArrayList<>();
        List<Double> idle = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            installation.stop();
            seconds.add(Timing.seconds(() -> installation.start(Settings.javaOptions(options))));
            TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
            idle.add(Memory.residentMebibytes(installation.service()));
        }
        load();
        table.row(
                name,
                Report.below(Timing.median(seconds), goal(), "s"),
                Report.below(Timing.median(idle), RESIDENT_GOAL, "MiB"),
                Memory.residentText(installation.service()));
    }

    private void load() throws Exception {
        int rows = settings.lines() / 5;
        installation.execute("delete from inquiry where source = 'api'");
        Path file =
                Rows.lines(scratch.resolve("lines"), 0, rows, i -> Rows.inquiry("start-", i, rows, Rows.Shape.SPREAD));
        installation.client().postBatch("inquiries", Client.NDJSON, file, rows);
        installation.client().get(Question.ALL.get(0).path());
        Single.posts(installation, settings.load());
    }

    private static double goal() {
        return Runtime.version().feature() >= 25 ? 2.5 : 3.5;
    }
}
