package dev.leadline.analysis.bucket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.leadline.intake.Examples;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Buckets begin on the workspace's day; verdicts go by ISO weeks. */
@QuarkusTest
class WeekStartTest {

    /** From a Wednesday to a Tuesday. */
    private static final String WINDOW = "from=2025-03-05&to=2025-03-18&asOf=2025-06-30";

    private TestWorkspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = TestWorkspace.create();
        for (int day = 5; day <= 18; day++) {
            String receivedAt = "\"2025-03-%02dT12:00:00Z\"".formatted(day);
            workspace.create(
                    "/inquiries",
                    Examples.inquiry("i" + day).with("receivedAt", receivedAt).json());
        }
    }

    private void beginWeeksOn(String day) {
        workspace
                .admin()
                .body("{\"weekStart\":\"" + day + "\"}")
                .patch("/api/v1/workspace")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "MONDAY, 2025-03-05;2025-03-10;2025-03-17, 2025-03-09;2025-03-16;2025-03-18, 5;7;2",
        "SUNDAY, 2025-03-05;2025-03-09;2025-03-16, 2025-03-08;2025-03-15;2025-03-18, 4;7;3"
    })
    void given_the_day_on_which_weeks_begin_then_buckets_and_cohorts_do(
            String day, String starts, String ends, String inquiries) {
        beginWeeksOn(day);
        for (String path : List.of("/metrics/series?interval=week&" + WINDOW, "/cohorts?interval=week&" + WINDOW)) {
            String weeks = path.startsWith("/cohorts") ? "total.cohorts" : "total.buckets";
            var answer = workspace.get(path).then().statusCode(200).extract().jsonPath();
            assertEquals(List.of(starts.split(";")), answer.getList(weeks + ".start"));
            assertEquals(List.of(ends.split(";")), answer.getList(weeks + ".end"));
            assertEquals(
                    List.of(inquiries.split(";")),
                    answer.getList(weeks + ".inquiries").stream()
                            .map(String::valueOf)
                            .toList());
            assertEquals(List.of(false, true, false), answer.getList(weeks + ".complete"));
        }
    }

    @Test
    void given_weeks_that_begin_on_sunday_then_verdicts_are_as_they_were() {
        List<Supplier<String>> verdicts = List.of(
                () -> workspace.get("/stability?" + WINDOW).asString(),
                () -> workspace.get("/recommendations?groupBy=region&" + WINDOW).asString(),
                () -> workspace.get("/metrics?" + WINDOW).asString(),
                () -> workspace.get("/metrics/series?interval=month&" + WINDOW).asString());
        List<String> before = verdicts.stream().map(Supplier::get).toList();
        beginWeeksOn("SUNDAY");
        assertEquals(before, verdicts.stream().map(Supplier::get).toList());
    }

    @Test
    void given_any_window_then_its_weeks_tile_it_and_whole_ones_begin_on_that_day() {
        LocalDate from = LocalDate.of(2025, 12, 20);
        for (DayOfWeek weekStart : List.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY)) {
            for (int offset = 0; offset < 7; offset++) {
                LocalDate first = from.plusDays(offset);
                LocalDate last = first.plusDays(30 + offset);
                List<Bucket> weeks = BucketLength.WEEK.tile(first, last, weekStart, last);
                assertEquals(first, weeks.get(0).start());
                assertEquals(last, weeks.get(weeks.size() - 1).end());
                IntStream.range(1, weeks.size()).forEach(i -> {
                    assertEquals(
                            weeks.get(i - 1).end().plusDays(1), weeks.get(i).start());
                    assertEquals(weekStart, weeks.get(i).start().getDayOfWeek());
                });
                assertFalse(weeks.stream()
                        .anyMatch(week ->
                                week.complete() && !week.start().plusDays(6).equals(week.end())));
            }
        }
    }
}
