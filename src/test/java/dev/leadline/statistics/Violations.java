package dev.leadline.statistics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/** Real delays: New York building violations as inquiries, their closing as deals, the borough as group. */
final class Violations {

    /**
     * One inquiry. Day 0 is that of the first; a close that never came is {@link Integer#MAX_VALUE}.
     *
     * @param chance of closing within the horizon where that is known, else NaN
     */
    record Violation(int received, int closed, String group, double chance) {

        boolean closedBy(int day) {
            return closed <= day;
        }

        boolean closedWithin(int horizon) {
            return closed != Integer.MAX_VALUE && closed - received <= horizon;
        }
    }

    private static final List<String[]> ROWS = rows();

    static final LocalDate FIRST_DAY = ROWS.stream()
            .map(row -> LocalDate.parse(row[0]))
            .min(LocalDate::compareTo)
            .orElseThrow();

    static final List<Violation> ALL = ROWS.stream()
            .map(row -> new Violation(
                    day(LocalDate.parse(row[0])),
                    row[1].isEmpty() ? Integer.MAX_VALUE : day(LocalDate.parse(row[1])),
                    row[2],
                    Double.NaN))
            .toList();

    private Violations() {}

    static int day(LocalDate date) {
        return (int) ChronoUnit.DAYS.between(FIRST_DAY, date);
    }

    /** What is known at the end of a day of some violations, closes being on record from a day on. */
    static CohortTable table(Stream<Violation> violations, int asOf, int trackedFrom) {
        List<Violation> known = violations.filter(v -> v.received() <= asOf).toList();
        long[] inquiries = new long[asOf + 1];
        known.forEach(v -> inquiries[v.received()]++);
        CohortTable.Builder builder = CohortTable.builder(inquiries, trackedFrom);
        known.stream()
                .filter(v -> v.closedBy(asOf))
                .forEach(v -> builder.firstDeals(v.received(), v.closed() - v.received(), 1));
        return builder.build();
    }

    private static List<String[]> rows() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Violations.class.getResourceAsStream("/reference/dob_violations_2012_2017.csv"),
                StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
