package dev.leadline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.postgresql.PGConnection;

/**
 * Batches through the API, against COPY of the very rows that they left behind, into a table with the same columns, keys and
 * indexes (but without foreign keys) on the same server. The two take turns, each into empty tables.
 */
final class Ingest {

    private static final int ARRAY_ROWS = 10_000;
    private static final int PARTS_OF_DEALS = 5;
    private static final double LINES_GOAL = 0.5;
    private static final double ARRAY_GOAL = 0.35;
    private static final double HOT_GOAL = 0.9;

    /** How rows are sent. */
    private enum Form {
        LINES(Client.NDJSON, LINES_GOAL),
        ARRAYS(Client.JSON, ARRAY_GOAL);

        private final String mediaType;
        private final double goal;

        Form(String mediaType, double goal) {
            this.mediaType = mediaType;
            this.goal = goal;
        }
    }

    /** Rows a second. */
    private record Rates(double service, double copy) {}

    private final Installation installation;
    private final Settings settings;
    private final Path scratch;

    Ingest(Installation installation, Settings settings, Path scratch) {
        this.installation = installation;
        this.settings = settings;
        this.scratch = scratch;
    }

    void measure(Report report, Growth growth) throws Exception {
        installation.start(settings.environment());
        int inquiries = settings.lines();
        int others = Math.max(1, inquiries / PARTS_OF_DEALS);
        warmUp(others);
        Report.Table table = report.table(
                "Batches in",
                "Medians of " + settings.rounds() + " rounds into empty tables, service and COPY by turns; "
                        + settings.options(),
                "Batch",
                "Rows",
                "Service, rows/s",
                "COPY, rows/s",
                "Service / COPY");
        Rates spread = inquiries(table, "Inquiries, NDJSON, spread", Form.LINES, inquiries, Rows.Shape.SPREAD);
        inquiries(table, "Inquiries, NDJSON, in order of time", Form.LINES, inquiries, Rows.Shape.CHRONOLOGICAL);
        Rates hot = inquiries(table, "Inquiries, NDJSON, one campaign and day", Form.LINES, inquiries, Rows.Shape.HOT);
        table.row("- against spread", "", "", "", Report.atLeast(hot.service() / spread.service(), HOT_GOAL));
        inquiries(table, "Inquiries, arrays of 10,000, spread", Form.ARRAYS, inquiries, Rows.Shape.SPREAD);
        for (Form form : Form.values()) {
            deals(table, form, others);
        }
        for (Form form : Form.values()) {
            spend(table, form, others);
        }
        table.end();
        grow(growth);
    }

    /** Not measured; until what is hot is compiled. */
    private void warmUp(int rows) throws Exception {
        installation.empty();
        post("inquiries", Form.LINES, files(Form.LINES, rows, inquiry(rows, Rows.Shape.SPREAD)), rows);
        post("deals", Form.LINES, files(Form.LINES, rows, i -> Rows.deal("i", i)), rows);
        post("spend", Form.LINES, files(Form.LINES, rows, Rows::spend), rows);
    }

    private Rates inquiries(Report.Table table, String name, Form form, int rows, Rows.Shape shape) throws Exception {
        List<Path> files = files(form, rows, inquiry(rows, shape));
        return compare(table, name, "inquiries", "inquiry", form, files, rows, installation::empty);
    }

    private void deals(Report.Table table, Form form, int rows) throws Exception {
        installation.empty();
        post("inquiries", Form.LINES, files(Form.LINES, rows, inquiry(rows, Rows.Shape.SPREAD)), rows);
        List<Path> files = files(form, rows, i -> Rows.deal("i", i));
        compare(
                table,
                "Deals, " + named(form),
                "deals",
                "deal",
                form,
                files,
                rows,
                () -> installation.execute("truncate deal", "checkpoint"));
    }

    private void spend(Report.Table table, Form form, int rows) throws Exception {
        List<Path> files = files(form, rows, Rows::spend);
        compare(table, "Spend, " + named(form), "spend", "spend_day", form, files, rows, installation::empty);
    }

    private Rates compare(
            Report.Table report,
            String name,
            String path,
            String table,
            Form form,
            List<Path> files,
            int rows,
            Timing.Work emptying)
            throws Exception {
        List<Double> service = new ArrayList<>();
        List<Double> copy = new ArrayList<>();
        for (int round = 0; round < settings.rounds(); round++) {
            emptying.run();
            service.add(rows / Timing.seconds(() -> post(path, form, files, rows)));
            copy.add(rows / copySeconds(table));
        }
        Rates rates = new Rates(Timing.median(service), Timing.median(copy));
        report.row(
                name,
                Report.figure(rows),
                Report.figure(rates.service()),
                Report.figure(rates.copy()),
                Report.atLeast(rates.service() / rates.copy(), form.goal));
        return rates;
    }

    private void post(String path, Form form, List<Path> files, int rows) throws Exception {
        for (int i = 0; i < files.size(); i++) {
            int begun = i * ARRAY_ROWS;
            int inFile = form == Form.LINES ? rows : Math.min(ARRAY_ROWS, rows - begun);
            installation.client().postBatch(path, form.mediaType, files.get(i), inFile);
        }
    }

    /** Of the rows that are in the table now, written to a file first, into an empty one like it. */
    private double copySeconds(String table) throws Exception {
        Path file = scratch.resolve("copied");
        try (Connection connection = installation.database();
                Statement statement = connection.createStatement()) {
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            try (var out = Files.newOutputStream(file)) {
                copies.copyOut("copy " + table + " to stdout", out);
            }
            statement.execute("create table copied (like " + table + " including all)");
            try (var in = Files.newInputStream(file)) {
                statement.execute("checkpoint");
                return Timing.seconds(() -> copies.copyIn("copy copied from stdin", in));
            } finally {
                statement.execute("drop table copied");
            }
        }
    }

    private List<Path> files(Form form, int rows, IntFunction<String> row) throws IOException {
        if (form == Form.LINES) {
            return List.of(Rows.lines(scratch.resolve("lines"), 0, rows, row));
        }
        List<Path> files = new ArrayList<>();
        for (int from = 0; from < rows; from += ARRAY_ROWS) {
            files.add(Rows.array(scratch.resolve("array-" + from), from, Math.min(rows, from + ARRAY_ROWS), row));
        }
        return files;
    }

    private static IntFunction<String> inquiry(int rows, Rows.Shape shape) {
        return i -> Rows.inquiry("i", i, rows, shape);
    }

    private static String named(Form form) {
        return form == Form.LINES ? "NDJSON" : "arrays of 10,000";
    }

    /** Seconds of a stream by its length. */
    private void grow(Growth growth) throws Exception {
        for (int rows : List.of(settings.lines() / 50, settings.lines() / 7, settings.lines())) {
            List<Path> files = files(Form.LINES, rows, inquiry(rows, Rows.Shape.SPREAD));
            installation.empty();
            growth.add(Growth.STREAM, rows, Timing.seconds(() -> post("inquiries", Form.LINES, files, rows)));
            growth.add(Growth.COPY, rows, copySeconds("inquiry"));
        }
    }

    /** Streams many lines through a small heap, and looks at the heap meanwhile. */
    void measureHeap(Report report) throws Exception {
        int rows = settings.streamed();
        installation.start(Settings.javaOptions("-Xmx256m"));
        installation.empty();
        Path file = Rows.lines(scratch.resolve("lines"), 0, rows, inquiry(rows, Rows.Shape.SPREAD));
        Report.Table table = report.table(
                "One stream through a heap of 256 MiB",
                "-Xmx256m; the heap as /q/metrics tells it twice a second, garbage included.",
                "Lines",
                "MB sent",
                "Seconds",
                "Peak of the heap",
                "Resident memory");
        try (HeapWatch watch = new HeapWatch(installation.client())) {
            double seconds = Timing.seconds(() -> post("inquiries", Form.LINES, List.of(file), rows));
            table.row(
                    Report.figure(rows),
                    Report.figure(Files.size(file) / 1e6),
                    Report.figure(seconds),
                    Report.below(watch.peakBytes() / Memory.MEBIBYTE, 256, "MiB"),
                    Memory.residentText(installation.service()));
        }
        table.end();
    }
}
