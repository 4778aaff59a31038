package dev.leadline.bench;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A workspace that the database's statistics do not know, beside many small ones that they do: its first answer and a batch of
 * deals, each the first work of a fresh process, against the same after everything has been analysed.
 */
final class NewWorkspace {

    private static final int OTHERS = 200;
    private static final int INQUIRIES = 100_000;
    private static final int DEALS = 8_000;
    private static final double GOAL = 0.5;

    private final Installation installation;
    private final Settings settings;
    private final Path scratch;

    NewWorkspace(Installation installation, Settings settings, Path scratch) {
        this.installation = installation;
        this.settings = settings;
        this.scratch = scratch;
    }

    /** Seconds. */
    private record Seconds(double answer, double deals) {}

    void measure(Report report) throws Exception {
        installation.start(settings.environment());
        installation.execute("alter system set autovacuum = off", "select pg_reload_conf()");
        try {
            Market.fillOthers(installation, OTHERS);
            post("inquiries", 0, INQUIRIES);
            post("deals", 0, DEALS);
            Seconds unknown = seconds(1);
            installation.execute("analyze");
            Seconds known = seconds(2);
            Report.Table table = report.table(
                    "A new workspace",
                    "Seconds; " + INQUIRIES + " inquiries beside " + OTHERS
                            + " small workspaces, each figure from the first such" + " request of a fresh process; "
                            + settings.options(),
                    "Request",
                    "Without statistics",
                    "Analysed",
                    "Analysed / without");
            row(table, Question.ALL.get(0).name(), unknown.answer(), known.answer());
            row(table, "Batch of " + DEALS + " deals, NDJSON", unknown.deals(), known.deals());
            table.end();
        } finally {
            installation.execute("alter system reset autovacuum", "select pg_reload_conf()");
        }
    }

    private Seconds seconds(int part) throws Exception {
        installation.start(settings.environment());
        double answer = Timing.seconds(
                () -> installation.client().get(Question.ALL.get(0).path()));
        double deals = Timing.seconds(() -> post("deals", part * DEALS, (part + 1) * DEALS));
        return new Seconds(answer, deals);
    }

    private void post(String path, int from, int to) throws Exception {
        Path file = Rows.lines(
                scratch.resolve("lines"),
                from,
                to,
                i -> path.equals("deals") ? Rows.deal("i", i) : Rows.inquiry("i", i, to, Rows.Shape.SPREAD));
        installation.client().postBatch(path, Client.NDJSON, file, to - from);
    }

    private static void row(Report.Table table, String name, double unknown, double known) throws IOException {
        table.row(name, Report.figure(unknown), Report.figure(known), Report.atLeast(known / unknown, GOAL));
    }
}
