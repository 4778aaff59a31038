package dev.leadline.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Locale;

/** Tables in Markdown, printed and kept in a file row by row, so that a run that is given up has told what it knew. */
final class Report {

    private final Path file;

    Report(Path file) throws IOException {
        this.file = file;
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
    }

    /**
     * Begins a table.
     *
     * @param conditions under which it holds, beside the machine's
     */
    Table table(String title, String conditions, String... columns) throws IOException {
        return new Table(title, conditions, columns);
    }

    private void text(String text) throws IOException {
        System.out.println(text);
        Files.writeString(file, text + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** A figure with as many digits as it is worth. */
    static String figure(double value) {
        double size = Math.abs(value);
        String format = size >= 100 || value == 0 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.4f";
        return String.format(Locale.ROOT, format, value);
    }

    /** A ratio beside the least that it shall be. */
    static String atLeast(double ratio, double goal) {
        return figure(ratio) + (ratio >= goal ? ", met: " : ", missed: ") + figure(goal);
    }

    /** A cost beside the most that it may be. */
    static String below(double cost, double goal, String unit) {
        return figure(cost) + " " + unit + (cost < goal ? ", met: " : ", missed: ") + figure(goal);
    }

    private static double loadAverage() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** A table under way. */
    final class Table {

        private final String conditions;
        private final double loadBefore = loadAverage();

        private Table(String title, String conditions, String... columns) throws IOException {
            this.conditions = conditions;
            text("\n### " + title + "\n");
            row(columns);
            text("|" + "---|".repeat(columns.length));
        }

        void row(String... cells) throws IOException {
            text("| " + String.join(" | ", cells) + " |");
        }

        /** Says under which conditions it was measured. */
        void end() throws IOException {
            text(String.format(
                    Locale.ROOT,
                    "%n%s, Java %s, %d processors, load average %.1f before and %.1f after. %s",
                    LocalDate.now(),
                    Runtime.version(),
                    Runtime.getRuntime().availableProcessors(),
                    loadBefore,
                    loadAverage(),
                    conditions));
        }
    }
}
