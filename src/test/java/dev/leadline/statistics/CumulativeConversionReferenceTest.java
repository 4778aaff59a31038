package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Against R 4.2.2, survival 3.5-3 (survfit, log-log interval of 90 %) on real delays: New York building violations
 * and when they were closed. Tolerance: the ten digits given, 1e-9 relative.
 */
class CumulativeConversionReferenceTest {

    private static final double TOLERANCE = 1e-9;

    record Violation(LocalDate received, LocalDate closed, String group) {}

    record Expected(
            LocalDate asOf,
            String group,
            long inquiries,
            long conversions,
            int lag,
            double atRisk,
            double cumulative,
            double standardError,
            String low,
            String high) {

        @Override
        public String toString() {
            return group + " at lag " + lag + " as of " + asOf;
        }
    }

    static Stream<Expected> expected() {
        return Stream.of("2014-06-30", "2017-12-29").flatMap(day -> lines("km_dob_asof_" + day + ".csv").stream()
                .map(cells -> new Expected(
                        LocalDate.parse(day),
                        cells[0],
                        Long.parseLong(cells[1]),
                        Long.parseLong(cells[2]),
                        Integer.parseInt(cells[3]),
                        Double.parseDouble(cells[4]),
                        Double.parseDouble(cells[5]),
                        Double.parseDouble(cells[6]),
                        cells[7],
                        cells[8])));
    }

    @ParameterizedTest
    @MethodSource("expected")
    void given_real_delays_when_fitted_as_of_a_day_then_the_curve_is_that_of_the_reference(Expected expected) {
        CohortTable table = table(expected.asOf(), violations(expected.asOf(), expected.group()));
        CumulativeConversion curve = CumulativeConversion.fit(table);

        assertEquals(expected.inquiries(), table.totalInquiries());
        assertEquals(expected.conversions(), table.totalFirstDeals());
        assertClose(expected.cumulative(), curve.at(expected.lag()));
        assertClose(expected.standardError(), (1 - expected.cumulative()) * Math.sqrt(curve.variance(expected.lag())));
        if (expected.cumulative() > 0) {
            Interval interval = curve.interval(expected.lag(), 0.9);
            assertClose(Double.parseDouble(expected.low()), interval.low());
            assertClose(Double.parseDouble(expected.high()), interval.high());
        }
    }

    /** At risk are those of whom one more deal, or the first, is one. */
    @ParameterizedTest
    @MethodSource("expected")
    void given_real_delays_when_one_more_converts_then_it_is_one_of_those_at_risk_in_the_reference(Expected expected) {
        int lag = expected.lag();
        List<Violation> violations = violations(expected.asOf(), expected.group());
        Violation open = violations.stream()
                .filter(v -> !v.received().plusDays(lag).isAfter(expected.asOf()))
                .filter(v -> v.closed() == null || days(v.received(), v.closed()) > lag)
                .findFirst()
                .orElseThrow();
        List<Violation> more = new ArrayList<>(violations);
        more.set(
                more.indexOf(open),
                new Violation(open.received(), open.received().plusDays(lag), open.group()));
        long deals = more.stream()
                .filter(v -> v.closed() != null && !v.closed().isAfter(expected.asOf()))
                .filter(v -> days(v.received(), v.closed()) == lag)
                .count();
        CumulativeConversion curve = CumulativeConversion.fit(table(expected.asOf(), more));

        double hazard = 1 - (1 - curve.at(lag)) / (1 - curve.at(lag - 1));
        assertEquals(expected.atRisk(), deals / hazard, 1e-6);
    }

    private static void assertClose(double expected, double actual) {
        assertEquals(expected, actual, TOLERANCE * Math.abs(expected));
    }

    private static List<Violation> violations(LocalDate asOf, String group) {
        return lines("dob_violations_2012_2017.csv").stream()
                .map(cells -> new Violation(
                        LocalDate.parse(cells[0]), cells[1].isEmpty() ? null : LocalDate.parse(cells[1]), cells[2]))
                .filter(v -> !v.received().isAfter(asOf))
                .filter(v -> group.equals("ALL") || group.equals(v.group()))
                .toList();
    }

    /** Every violation goes in with its close, also one after the as-of day: hiding it is the table's work. */
    private static CohortTable table(LocalDate asOf, List<Violation> violations) {
        LocalDate first = violations.stream()
                .map(Violation::received)
                .min(LocalDate::compareTo)
                .orElseThrow();
        long[] inquiries = new long[days(first, asOf) + 1];
        violations.forEach(v -> inquiries[days(first, v.received())]++);
        CohortTable.Builder builder = CohortTable.builder(inquiries, 0);
        violations.stream()
                .filter(v -> v.closed() != null)
                .forEach(v -> builder.firstDeals(days(first, v.received()), days(v.received(), v.closed()), 1));
        return builder.build();
    }

    private static int days(LocalDate from, LocalDate to) {
        return (int) ChronoUnit.DAYS.between(from, to);
    }

    private static List<String[]> lines(String resource) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                CumulativeConversionReferenceTest.class.getResourceAsStream("/reference/" + resource),
                StandardCharsets.UTF_8))) {
            List<String[]> rows =
                    reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
            assertTrue(rows.size() > 40, resource);
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
