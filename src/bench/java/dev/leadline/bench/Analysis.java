package dev.leadline.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whole requests of analysis, against the bare group-by in a copy in the same database, and in DuckDB on the same rows. */
final class Analysis {

    private static final String SCOPE =
            "r.workspace_id = '" + Question.WORKSPACE + "' and c.workspace_id = r.workspace_id";
    private static final String ALL = "true";
    private static final double SQL_GOAL = 30;
    private static final double DUCK_GOAL = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final Duration ANSWERING = Duration.ofSeconds(12);

    private final Installation installation;
    private final Settings settings;
    private final Path scratch;
    private int posted;

    Analysis(Installation installation, Settings settings, Path scratch) {
        this.installation = installation;
        this.settings = settings;
        this.scratch = scratch;
    }

    void measure(Report report, Growth growth) throws Exception {
        Report.Table table = report.table(
                "Analysis",
                "Seconds. Cold: the first after a start of service and database, the system's cache of files warm; warm: medians of "
                        + settings.repeats() + " after " + ANSWERING.toSeconds()
                        + " s of answers; after a post: the same, an inquiry of any day stored before each, also while warming up. "
                        + settings.workspaces() + " small workspaces beside it; "
                        + settings.options(),
                "Inquiries",
                "Answer",
                "Cold",
                "Warm",
                "After a post",
                "Plain SQL",
                "DuckDB",
                "Plain SQL / warm",
                "DuckDB / warm");
        int largest = settings.sizes().get(settings.sizes().size() - 1);
        for (int size : settings.sizes()) {
            installation.start(settings.environment());
            Market.fill(installation, size, settings.workspaces());
            List<Answer> answers = answers();
            for (int i = 0; i < answers.size(); i++) {
                Question question = Question.ALL.get(i);
                Answer answer = answers.get(i);
                table.row(
                        Report.figure(size),
                        question.name(),
                        Report.figure(answer.cold()),
                        Report.figure(answer.warm()),
                        Report.figure(answer.afterPost()),
                        Report.figure(answer.sql()),
                        Report.figure(answer.duck()),
                        ratio(answer.sql() / answer.warm(), SQL_GOAL, size == largest),
                        ratio(answer.duck() / answer.warm(), DUCK_GOAL, size == largest));
                growth.add(question.name() + ", warm", size, answer.warm());
            }
            growth.add("Plain SQL by region", size, answers.get(0).sql());
            growth.add("DuckDB by region", size, answers.get(0).duck());
            Single.posts(installation, WARM_UP);
            growth.add(
                    Growth.SINGLE,
                    size,
                    Single.posts(installation, settings.load()).medianMillis() / 1e3);
        }
        table.end();
    }

    /** Seconds. */
    private record Answer(double cold, double warm, double afterPost, double sql, double duck) {}

    private List<Answer> answers() throws Exception {
        List<Double> cold = new ArrayList<>();
        List<Double> warm = new ArrayList<>();
        List<Double> afterPost = new ArrayList<>();
        for (Question question : Question.ALL) {
            installation.start(settings.environment());
            Client client = installation.client();
            cold.add(Timing.seconds(() -> client.get(question.path())));
            warmUp(() -> client.get(question.path()));
            warm.add(Timing.median(settings.repeats(), () -> client.get(question.path())));
            afterPost.add(afterPosts(client, question));
        }
        List<Answer> answers = new ArrayList<>();
        try (SqlCopy database = SqlCopy.of(installation);
                DuckCopy copy = DuckCopy.of(installation, scratch)) {
            long counted = counted();
            for (int i = 0; i < cold.size(); i++) {
                Question question = Question.ALL.get(i);
                requireSame(counted, run(database.connection(), question, SCOPE));
                double sql = Timing.median(settings.repeats(), () -> run(database.connection(), question, SCOPE));
                requireSame(counted, run(copy.connection(), question, ALL));
                double duck = Timing.median(settings.repeats(), () -> run(copy.connection(), question, ALL));
                answers.add(new Answer(cold.get(i), warm.get(i), afterPost.get(i), sql, duck));
            }
        }
        return answers;
    }

    /** What is kept of the records holds no more when the answer is asked for. */
    private double afterPosts(Client client, Question question) throws Exception {
        List<Double> seconds = new ArrayList<>();
        warmUp(() -> afterPost(client, question));
        for (int i = 0; i < settings.repeats(); i++) {
            seconds.add(afterPost(client, question));
        }
        return Timing.median(seconds);
    }

    private double afterPost(Client client, Question question) throws Exception {
        client.postInquiry(Rows.inquiry("after-", posted++, settings.sizes().get(0), Rows.Shape.SPREAD));
        return Timing.seconds(() -> client.get(question.path()));
    }

    /** Until the compiler has done most of its work, too, and not only the caches are filled. */
    private static void warmUp(Timing.Work work) throws Exception {
        for (long end = System.nanoTime() + ANSWERING.toNanos(); System.nanoTime() < end; ) {
            work.run();
        }
    }

    /** The service's own count of inquiries, which the others must come to as well. */
    private long counted() throws Exception {
        Client client = installation.client();
        return client.json(client.get(Question.ALL.get(0).path()))
                .path("total")
                .path("inquiries")
                .asLong();
    }

    /** Reads all rows; how many inquiries were counted. */
    private static long run(Connection connection, Question question, String scope) throws SQLException {
        long inquiries = 0;
        try (Statement statement = connection.createStatement()) {
            for (String sql : question.statements(scope)) {
                try (ResultSet rows = statement.executeQuery(sql)) {
                    int last = rows.getMetaData().getColumnCount();
                    boolean ofInquiries = sql.contains("from inquiry");
                    while (rows.next()) {
                        inquiries += ofInquiries ? rows.getLong(last) : 0;
                    }
                }
            }
        }
        return inquiries;
    }

    private static void requireSame(long expected, long counted) {
        if (expected != counted) {
            throw new IllegalStateException(counted + " inquiries where the service counts " + expected);
        }
    }

    private static String ratio(double ratio, double goal, boolean judged) {
        return judged ? Report.atLeast(ratio, goal) : Report.figure(ratio);
    }
}
