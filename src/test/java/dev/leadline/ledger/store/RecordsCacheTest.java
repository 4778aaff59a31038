package dev.leadline.ledger.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.intake.Examples;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.DealCursor;
import dev.leadline.ledger.segment.Filter;
import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.segment.Segmenter;
import dev.leadline.testing.Patience;
import dev.leadline.testing.TestWorkspace;
import dev.leadline.workspace.CurrentWorkspace;
import dev.leadline.workspace.WorkspaceContext;
import dev.leadline.workspace.WorkspaceSql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept in memory is what the tables hold: after any writes, at once, and in every instance. */
@QuarkusTest
class RecordsCacheTest {

    private static final LocalDate FIRST = RandomWrites.FIRST;
    private static final List<LocalDate> DAYS_ASKED =
            List.of(FIRST.plusDays(20), FIRST.plusDays(60), LocalDate.of(2026, 1, 1));
    private static final List<List<Dimension>> CUTS = List.of(
            List.of(),
            List.of(Dimension.PRODUCT),
            List.of(Dimension.REGION),
            List.of(Dimension.CAMPAIGN, Dimension.REGION, Dimension.INDUSTRY));

    private static final LedgerSettings NOTHING_KEPT = new LedgerSettings() {
        @Override
        public OptionalLong cacheBytes() {
            return OptionalLong.of(0);
        }

        @Override
        public Duration readWait() {
            return Patience.LIMIT;
        }

        @Override
        public Duration readLimit() {
            return Patience.LIMIT;
        }
    };

    @Inject
    RecordsCache here;

    @Inject
    RecordsReader reader;

    @Inject
    BackgroundReading background;

    @Inject
    CurrentWorkspace current;

    @Inject
    WorkspaceContext context;

    @Inject
    WorkspaceSql sql;

    @Inject
    LedgerSettings settings;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void givenWritesOfAllKinds_whenReadAfterEach_thenWhatIsKeptIsWhatTheTablesHold(long seed) {
        TestWorkspace workspace = TestWorkspace.create();
        RecordsCache elsewhere = new RecordsCache(reader, background, current, settings);
        RandomWrites writes = new RandomWrites(workspace, seed);
        for (int write = 1; write <= 60; write++) {
            writes.next();
            boolean both = write % 7 == 0;
            in(workspace, () -> {
                String anew = allOf(reader.read(null));
                assertEquals(anew, allOf(here.current()));
                if (both) {
                    assertEquals(anew, allOf(elsewhere.current()));
                }
            });
        }
        in(workspace, () -> {
            Ledger ledger = here.current().ledger(DAYS_ASKED.get(2));
            assertEquals(inquiriesBySql(), inquiries(ledger));
            assertEquals(spendBySql(), spend(ledger));
            assertEquals(dealsBySql(), deals(ledger));
        });
    }

    @Test
    void given_nothing_new_then_nothing_is_read_anew() {
        TestWorkspace workspace = TestWorkspace.create();
        workspace.create("/inquiries", Examples.inquiry("i1").json());
        in(workspace, () -> {
            WorkspaceRecords first = here.current();
            assertSame(first, here.current());
            assertSame(first.ledger(FIRST), first.ledger(FIRST));
        });
    }

    @Test
    void given_a_write_into_one_day_then_the_other_days_are_kept() {
        TestWorkspace workspace = TestWorkspace.create();
        workspace.create("/inquiries", Examples.inquiry("i1").json());
        workspace.create(
                "/inquiries",
                Examples.inquiry("i2")
                        .with("receivedAt", "\"2025-03-11T12:00:00Z\"")
                        .json());
        int kept = Math.toIntExact(LocalDate.of(2025, 3, 10).toEpochDay());
        in(workspace, () -> {
            WorkspaceRecords before = here.current();
            workspace.create(
                    "/inquiries",
                    Examples.inquiry("i3")
                            .with("receivedAt", "\"2025-03-11T13:00:00Z\"")
                            .json());
            WorkspaceRecords after = here.current();
            assertSame(before.days.get(kept), after.days.get(kept));
            assertNotSame(before.days.get(kept + 1), after.days.get(kept + 1));
        });
    }

    @Test
    void given_records_that_do_not_fit_then_whoever_comes_back_finds_those_read_last() {
        RecordsCache small = new RecordsCache(reader, background, current, NOTHING_KEPT);
        TestWorkspace first = withInquiriesOfManyDays();
        TestWorkspace second = withInquiriesOfManyDays();
        WorkspaceRecords[] read = new WorkspaceRecords[1];
        in(first, () -> {
            read[0] = small.current();
            assertTrue(read[0].bytes() > 1_024, "would be kept as nothing");
            assertSame(read[0], small.current());
        });
        in(second, small::current);
        in(first, () -> assertNotSame(read[0], small.current(), "only the last is held"));
    }

    private static TestWorkspace withInquiriesOfManyDays() {
        TestWorkspace workspace = TestWorkspace.create();
        List<String> rows = new ArrayList<>();
        for (int day = 0; day < 100; day++) {
            rows.add(Examples.inquiry("i" + day)
                    .with("receivedAt", Examples.quoted(FIRST.plusDays(day) + "T08:00:00Z"))
                    .json());
        }
        workspace.postLines("/inquiries/batch", rows).then().statusCode(207);
        return workspace;
    }

    @Test
    void given_many_marks_of_a_day_then_they_are_put_together_and_the_day_stays_known() {
        TestWorkspace workspace = TestWorkspace.create();
        workspace.create("/campaigns", Examples.campaign("gads-1").json());
        for (int i = 0; i < 40; i++) {
            List<String> rows = new ArrayList<>();
            for (int day = 0; day < 100; day++) {
                rows.add(Examples.inquiry(i + "-" + day)
                        .with("receivedAt", Examples.quoted(FIRST.plusDays(day) + "T08:00:00Z"))
                        .json());
            }
            workspace.postLines("/inquiries/batch", rows).then().body("created", org.hamcrest.Matchers.equalTo(100));
        }
        in(workspace, () -> {
            assertEquals(
                    4_000,
                    inquiries(here.current().ledger(DAYS_ASKED.get(2))).values().stream()
                            .mapToLong(Long::longValue)
                            .sum());
            long marks = sql.statement("select count(*) from ledger_change where workspace_id = :workspace")
                    .list(row -> row.getLong(1))
                    .get(0);
            assertTrue(marks < 4_000, marks + " marks of 100 days");
        });
    }

    @Test
    void given_writers_at_work_when_reading_then_all_that_was_acknowledged_before_is_there() throws Exception {
        TestWorkspace workspace = TestWorkspace.create();
        workspace.create("/inquiries", Examples.inquiry("first").json());
        AtomicInteger acknowledged = new AtomicInteger(1);
        ExecutorService writers = Executors.newFixedThreadPool(4);
        List<Future<?>> done = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            int number = writer;
            done.add(writers.submit(() -> {
                for (int i = 0; i < 40; i++) {
                    workspace.create(
                            "/inquiries",
                            Examples.inquiry(number + "-" + i)
                                    .with("receivedAt", Examples.quoted(FIRST.plusDays(i % 3) + "T08:00:00Z"))
                                    .json());
                    acknowledged.incrementAndGet();
                }
            }));
        }
        while (!done.stream().allMatch(Future::isDone)) {
            in(workspace, () -> {
                int before = acknowledged.get();
                long seen = inquiries(here.current().ledger(DAYS_ASKED.get(2))).values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
                assertTrue(seen >= before, seen + " seen, " + before + " acknowledged before");
            });
        }
        writers.shutdown();
        for (Future<?> writer : done) {
            writer.get();
        }
        in(
                workspace,
                () -> assertEquals(
                        161L,
                        inquiries(here.current().ledger(DAYS_ASKED.get(2))).values().stream()
                                .mapToLong(Long::longValue)
                                .sum()));
    }

    @Test
    void given_an_inquiry_marked_invalid_later_then_it_was_valid_until_then() {
        TestWorkspace workspace = TestWorkspace.create();
        String later = workspace.create("/inquiries", Examples.inquiry("later").json());
        String atOnce = workspace.create(
                "/inquiries",
                Examples.inquiry("at once").with("status", "\"INVALID\"").json());
        workspace.patch("/inquiries/" + later, """
                {"status":"INVALID"}""");
        in(workspace, () -> {
            // As if recorded on the day received, and marked four days later or at once.
            backdate(later, "2025-03-10T13:00:00Z", "2025-03-14T09:00:00Z");
            backdate(atOnce, "2025-03-10T13:00:00Z", "2025-03-10T13:00:00Z");
            WorkspaceRecords records = reader.read(null);
            assertEquals(Map.of("2025-03-10", 1L), inquiries(records.ledger(LocalDate.of(2025, 3, 13))));
            assertEquals(Map.of(), inquiries(records.ledger(LocalDate.of(2025, 3, 14))));
        });
    }

    @Test
    void given_records_that_arrive_later_when_asked_for_an_earlier_day_then_the_answer_counts_them() {
        TestWorkspace workspace = TestWorkspace.create();
        workspace.create("/inquiries", Examples.inquiry("i1").json());
        workspace.create("/spend", Examples.spend("gads-1", "2025-03-09").json());
        workspace.create("/deals", Examples.deal("d1", "i1").json());

        Map<String, Integer> before = workspace
                .get("/recommendations?groupBy=product&asOf=2025-04-01")
                .then()
                .statusCode(200)
                .extract()
                .path("lateRecords");
        Map<String, Integer> after = workspace
                .get("/recommendations?groupBy=product&asOf=2025-04-02")
                .then()
                .statusCode(200)
                .extract()
                .path("lateRecords");

        assertEquals(Map.of("inquiries", 1, "spendDays", 1, "deals", 0), before);
        assertEquals(Map.of("inquiries", 1, "spendDays", 1, "deals", 1), after);
    }

    @Test
    void given_an_edit_after_the_day_when_asked_for_it_then_the_answer_counts_it() {
        TestWorkspace workspace = TestWorkspace.create();
        String inquiry = workspace.create("/inquiries", Examples.inquiry("i1").json());
        String deal = workspace.create("/deals", Examples.deal("d1", "i1").json());
        in(workspace, () -> {
            backdate(inquiry, "2025-03-10T13:00:00Z", "2025-03-10T13:00:00Z");
            QuarkusTransaction.requiringNew()
                    .run(() -> sql.statement("update deal set recorded_at = closed_at where workspace_id = :workspace")
                            .update());
        });
        String asked = "/recommendations?groupBy=product&asOf=2025-04-20";
        workspace.patch("/inquiries/" + inquiry, """
                {"status":"QUALIFIED"}""");
        assertEquals(
                Map.of("inquiries", 0, "spendDays", 0, "deals", 0),
                workspace.get(asked).path("lateRecords"));

        workspace.patch("/inquiries/" + inquiry, """
                {"region":"Hesse"}""");
        workspace.patch("/deals/" + deal, """
                {"margin":900}""");
        assertEquals(
                Map.of("inquiries", 1, "spendDays", 0, "deals", 1),
                workspace.get(asked).path("lateRecords"));
    }

    private void backdate(String inquiry, String recordedAt, String statusChangedAt) {
        QuarkusTransaction.requiringNew().run(() -> sql.statement("""
                        update inquiry set recorded_at = cast(:recorded as timestamptz),
                            status_changed_at = cast(:changed as timestamptz)
                        where workspace_id = :workspace and id = cast(:id as uuid)
                        """)
                .text("recorded", recordedAt)
                .text("changed", statusChangedAt)
                .text("id", inquiry)
                .update());
    }

    private void in(TestWorkspace workspace, Runnable work) {
        context.call(workspace.id(), () -> {
            work.run();
            return null;
        });
    }

    /** Everything that an analysis can see of some records, as text. */
    private static String allOf(WorkspaceRecords records) {
        StringBuilder text = new StringBuilder();
        for (LocalDate asOf : DAYS_ASKED) {
            Ledger ledger = records.ledger(asOf);
            text.append(asOf).append(' ').append(ledger.lateRecords()).append('\n');
            for (List<Dimension> grouping : CUTS) {
                Segmenter.of(ledger, grouping, Filter.NONE, 5, ledger.days() - 1)
                        .forEach(s -> describe(s, text));
            }
        }
        return text.toString();
    }

    private static void describe(SegmentLedger segment, StringBuilder text) {
        text.append(segment.segment()).append(' ').append(segment.windowSpend());
        for (int day = 0; day < segment.ledger().days(); day++) {
            if (segment.inquiries(day) + segment.invalidInquiries(day, day) + segment.spend(day) > 0) {
                text.append(" %d:%d/%d/%.4f"
                        .formatted(
                                day, segment.inquiries(day), segment.invalidInquiries(day, day), segment.spend(day)));
            }
        }
        text.append(' ').append(segment.responses(0, segment.ledger().days()));
        for (DealCursor deal = segment.deals(segment.ledger().days() - 1, Omission.NONE); deal.next(); ) {
            text.append(" %d+%d %s %d %d"
                    .formatted(deal.cohortDay(), deal.lag(), deal.isFirst(), deal.revenueUnits(), deal.marginUnits()));
        }
        Map<String, Long> byIndustry = new TreeMap<>();
        segment.visitInquiries(
                0,
                segment.ledger().days(),
                Dimension.INDUSTRY,
                (day, value, valid) -> byIndustry.merge(value + day, valid, Long::sum));
        text.append(' ').append(byIndustry).append('\n');
    }

    private static Map<String, Long> inquiries(Ledger ledger) {
        Map<String, Long> days = new TreeMap<>();
        SegmentLedger total = Segmenter.total(ledger, Filter.NONE, 0, ledger.days() - 1);
        for (int day = 0; day < ledger.days(); day++) {
            if (total.inquiries(day) > 0) {
                days.put(ledger.day(day).toString(), total.inquiries(day));
            }
        }
        return days;
    }

    private Map<String, Long> inquiriesBySql() {
        Map<String, Long> days = new TreeMap<>();
        sql.statement("""
                select day::text, count(*) from inquiry
                where workspace_id = :workspace and not test and status <> 'INVALID' group by day
                """).forEach(row -> days.put(row.getString(1), row.getLong(2)));
        return days;
    }

    private static Map<String, String> spend(Ledger ledger) {
        Map<String, String> products = new TreeMap<>();
        Segmenter.of(ledger, List.of(Dimension.PRODUCT), Filter.NONE, 0, ledger.days() - 1).stream()
                .filter(segment -> segment.windowSpend().signum() > 0)
                .forEach(segment -> products.put(
                        segment.segment().values().get(Dimension.PRODUCT),
                        segment.windowSpend().setScale(4).toString()));
        return products;
    }

    private Map<String, String> spendBySql() {
        Map<String, String> products = new TreeMap<>();
        sql.statement("""
                select c.product, sum(s.amount)::text
                from spend_day s join campaign c on c.workspace_id = s.workspace_id and c.id = s.campaign_id
                where s.workspace_id = :workspace group by c.product having sum(s.amount) > 0
                """).forEach(row -> products.put(row.getString(1), row.getString(2)));
        return products;
    }

    private static Map<String, String> deals(Ledger ledger) {
        Map<String, String> regions = new TreeMap<>();
        for (SegmentLedger segment :
                Segmenter.of(ledger, List.of(Dimension.REGION), Filter.NONE, 0, ledger.days() - 1)) {
            long[] sums = new long[3];
            for (DealCursor deal = segment.deals(ledger.days() - 1, Omission.NONE); deal.next(); ) {
                sums[0]++;
                sums[1] += deal.revenueUnits();
                sums[2] += deal.marginUnits();
            }
            if (sums[0] > 0) {
                regions.put(
                        String.valueOf(segment.segment().values().get(Dimension.REGION)),
                        sums[0] + " " + sums[1] + " " + sums[2]);
            }
        }
        return regions;
    }

    private Map<String, String> dealsBySql() {
        Map<String, String> regions = new TreeMap<>();
        sql.statement("""
                select coalesce(i.region, c.region, 'null'), count(*), cast(sum(d.revenue - coalesce(d.refunded, 0)) * 10000 as bigint),
                    cast(sum(d.margin - coalesce(d.refunded, 0)) * 10000 as bigint)
                from deal d
                join inquiry i on i.workspace_id = d.workspace_id and i.id = d.inquiry_id
                join campaign c on c.workspace_id = i.workspace_id and c.id = i.campaign_id
                where d.workspace_id = :workspace and d.status = 'WON' and not i.test and i.status <> 'INVALID'
                group by 1
                """)
                .forEach(row ->
                        regions.put(row.getString(1), row.getLong(2) + " " + row.getLong(3) + " " + row.getLong(4)));
        return regions;
    }
}
