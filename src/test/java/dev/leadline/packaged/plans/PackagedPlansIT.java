package dev.leadline.packaged.plans;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.packaged.PackagedService;
import dev.leadline.platform.database.OwnDatabase;
import dev.leadline.testing.Patience;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A workspace of 100,000 inquiries that the database's statistics know nothing of, beside 50 small ones that they know: all that
 * can be asked of the service is asked, and no statement reads much more than it needs. PostgreSQL tells what it did.
 */
@Timeout(Patience.TEST_SECONDS)
class PackagedPlansIT {

    private static final int KNOWN_WORKSPACES = 50;
    private static final int INQUIRIES = 100_000;
    private static final int DEALS = 16_000;
    private static final int DAYS = 400;
    private static final int CAMPAIGNS = 12;
    private static final LocalDate FIRST = LocalDate.of(2025, 6, 1);

    private static final int REGIONS = 2_000;
    private static final LocalDate DAY_OF_REGIONS = LocalDate.of(2026, 8, 10);

    /**
     * Read as many rows as the workspace has, but no more, by intent, for an index would cost every post: all inquiries for what is
     * known of a person, which is seldom asked; and lists of inquiries and deals, newest first, that are narrowed by anything but an id.
     */
    private static final Pattern READS_WORKSPACE = Pattern.compile(
            "contact ->> 'phone'"
                    + "|from (inquiry|deal) \\w+ where \\S+ = \\S+ and .*\\.(campaign_id|source|status|day|closed_day)[<>]?=.* order by");

    /** The list of spend. Where it is of one campaign and read by the key, a day of it is read as a whole and sorted. */
    private static final Pattern READS_DAY = Pattern.compile("(?s)from spend_day.*union all.*from spend_day");

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    @TempDir
    Path directory;

    private PackagedService service;
    private String key = PackagedService.ADMIN_KEY;

    @Test
    void given_a_workspace_without_statistics_then_no_statement_reads_much_more_than_it_needs() throws Exception {
        try (OwnDatabase database = OwnDatabase.start(directory.resolve("database"), StatementLog.SETTINGS)) {
            StatementLog log = new StatementLog(database);
            Map<String, String> environment = new HashMap<>(database.environment());
            environment.put("LEADLINE_HOUSEKEEPING_INTERVAL", "PT1S");
            environment.put("LEADLINE_IDEMPOTENCY_LEASE", "PT0.3S");
            environment.put("LEADLINE_ACCESS_LOG", "OFF");
            try (PackagedService running = PackagedService.ready(directory.resolve("service"), environment)) {
                service = running;
                AnalysedWorkspaces.fill(database, KNOWN_WORKSPACES);
                int before = log.plans().size();
                key = post("/workspaces", """
                        {"name":"New"}""").statusCode(201).extract().path("adminKey");
                fill();
                askEverything();
                running.await("erasure of contacts", () -> areContactsErased(log));
                // At the end it writes when keys were last used.
                running.terminate();
                List<QueryPlan> plans = log.plans();
                assertFrugal(plans.subList(before, plans.size()));
                assertComplete(plans);
            }
        }
    }

    /** All, then a part of it again. */
    private void fill() {
        for (int part : new int[] {1, 10}) {
            stream("/campaigns/batch", CAMPAIGNS, i -> """
                    {"externalId":"c%d","name":"Campaign %d","product":"p%d"}""".formatted(i, i, i % 4));
            stream("/spend/batch", CAMPAIGNS * DAYS / part, i -> """
                    {"campaignExternalId":"c%d","day":"%s","amount":25.5}""".formatted(i % CAMPAIGNS, day(i / CAMPAIGNS)));
            stream("/spend/batch", 2 * REGIONS / part, i -> """
                    {"campaignExternalId":"c0","day":"%s","region":"r%d","amount":1}""".formatted(DAY_OF_REGIONS.plusDays(i % 2), i / 2));
            stream("/inquiries/batch", INQUIRIES / part, PackagedPlansIT::inquiry);
            stream("/deals/batch", DEALS / part, i -> """
                    {"externalId":"d%d","inquiryExternalId":"i%d","closedAt":"%sT12:00:00Z","revenue":1000,"margin":400}""".formatted(i, 6 * i, day(6 * i / 250 + 10)));
        }
    }

    private void askEverything() {
        analyse();
        post("/inquiries", inquiry(INQUIRIES + 2).replaceFirst("\"c\\d+\"", "\"not-known-yet\""))
                .statusCode(201);
        post("/campaigns", """
                {"externalId":"not-known-yet","name":"Known now"}""").statusCode(200);
        analyse();
        String campaign = first("/campaigns");
        for (String path :
                List.of("/contacts/export?email=nobody@example.org", "/workspace", "/campaigns/" + campaign)) {
            get(path).statusCode(200);
        }
        list("/api-keys", List.of(""));
        list("/audit-entries", List.of(""));
        list("/campaigns", List.of("", "externalId=c1", "status=ACTIVE", "status=ENDED"));
        list(
                "/spend",
                List.of(
                        "",
                        "campaignId=" + campaign,
                        "campaignId=" + first("/campaigns?externalId=c0"),
                        "campaignId=" + campaign + "&from=2026-08-01",
                        "from=2026-01-01&to=2026-01-31",
                        "from=2025-01-10&to=2025-05-20",
                        "to=2025-12-31"));
        list(
                "/inquiries",
                List.of(
                        "",
                        "externalId=i77777&source=api",
                        "externalId=i77777",
                        "externalId=none",
                        "source=api",
                        "source=none",
                        "status=NEW",
                        "status=LOST",
                        "campaignId=" + campaign,
                        "from=2026-01-01&to=2026-01-02",
                        "from=2025-01-10&to=2025-05-20",
                        "to=2025-12-31"));
        list(
                "/deals",
                List.of(
                        "",
                        "externalId=d77",
                        "externalId=none",
                        "status=WON",
                        "status=CANCELLED",
                        "from=2026-01-01&to=2026-01-02",
                        "from=2025-01-10&to=2025-05-20",
                        "to=2025-12-31"));
        patch("/campaigns/" + campaign, """
                {"channel":"search"}""");
        post("/spend", """
                {"campaignId":"%s","day":"2026-08-01","amount":3}""".formatted(campaign)).statusCode(201);
        post("/spend", """
                {"campaignId":"%s","day":"2026-08-01","region":"Hesse","amount":3}""".formatted(campaign)).statusCode(201).body("warnings.size()", equalTo(1));
        String inquiry =
                post("/inquiries", inquiry(INQUIRIES)).statusCode(201).extract().path("id");
        post("/inquiries", inquiry(INQUIRIES)).statusCode(200);
        given(with("k1").body(inquiry(INQUIRIES + 1)))
                .post(service.uri("/api/v1/inquiries"))
                .then()
                .statusCode(201);
        given(with("k1").body(inquiry(INQUIRIES + 1)))
                .post(service.uri("/api/v1/inquiries"))
                .then()
                .statusCode(201);
        given(with("k2").body("{}"))
                .post(service.uri("/api/v1/inquiries"))
                .then()
                .statusCode(422);
        get("/inquiries/" + inquiry).statusCode(200);
        String deal =
                post("/deals", """
                {"externalId":"by-id","inquiryId":"%s","closedAt":"2026-07-20T12:00:00Z","revenue":1,"margin":1}""".formatted(inquiry)).statusCode(201).extract().path("id");
        patch("/inquiries/" + inquiry, """
                {"region":"Hesse"}""");
        get("/deals?inquiryId=" + inquiry).statusCode(200);
        get("/deals/" + deal).statusCode(200);
        patch("/deals/" + deal, """
                {"margin":2}""");
        given(request())
                .delete(service.uri("/api/v1/inquiries/" + inquiry + "/contact"))
                .then()
                .statusCode(204);
        mergeCampaigns();
        changeByExternalIds();
        patch("/workspace", """
                {"contactRetentionDays":30}""");
        given(request().body("""
                {"currency":"EUR"}"""))
                .patch(service.uri("/api/v1/workspace"))
                .then()
                .statusCode(422);
        String made = post("/api-keys", """
                {"name":"k","role":"ADMIN"}""").statusCode(201).extract().path("id");
        given(request()).delete(service.uri("/api/v1/api-keys/" + made)).then().statusCode(204);
    }

    /** A campaign that came in under two spellings, with records of each type, and one that never came. */
    private void mergeCampaigns() {
        String into = first("/campaigns?externalId=c1");
        patch("/campaigns/" + into, """
                {"aliases":["C-One"]}""");
        post("/spend", """
                {"campaignExternalId":"C 1","day":"2026-08-01","amount":3}""").statusCode(201);
        post("/inquiries", inquiry(INQUIRIES + 3).replaceFirst("\"c\\d+\"", "\"C 1\""))
                .statusCode(201);
        post("/deals", """
                {"externalId":"moves","inquiryExternalId":"i%d","closedAt":"2026-07-20T12:00:00Z","revenue":1,"margin":1}""".formatted(INQUIRIES + 3)).statusCode(201);
        for (String spelling : List.of("C 1", "never seen")) {
            post("/campaigns/" + into + "/merge", """
                    {"externalId":"%s"}""".formatted(spelling)).statusCode(200);
        }
    }

    private void changeByExternalIds() {
        for (String record :
                List.of("/campaigns/by-external-id/c2", "/inquiries/by-external-id/i7", "/deals/by-external-id/d7")) {
            get(record).statusCode(200);
            patch(record, "{}");
        }
        post("/inquiries/batch?onExisting=update", "[" + inquiry(7).replace("r0", "r1") + "," + inquiry(8) + "]")
                .statusCode(207)
                .body("updated", equalTo(1), "unchanged", equalTo(1));
    }

    /** Three pages of a list, narrowed by each of these. */
    private void list(String path, List<String> filters) {
        for (String filter : filters) {
            URI next = service.uri("/api/v1" + path + "?limit=20" + (filter.isEmpty() ? "" : "&" + filter));
            for (int page = 0; page < 3 && next != null; page++) {
                String links = given(request().urlEncodingEnabled(false))
                        .get(next)
                        .then()
                        .statusCode(200)
                        .extract()
                        .header("Link");
                Matcher matcher = NEXT.matcher(links == null ? "" : links);
                next = matcher.find() ? next.resolve(matcher.group(1)) : null;
            }
        }
    }

    /** The first time all records are read, the next time those of the days that have changed. */
    private void analyse() {
        for (String path : List.of(
                "/metrics",
                "/metrics/series",
                "/cohorts",
                "/stability",
                "/diagnoses",
                "/recommendations",
                "/recommendations/track-record")) {
            get(path + "?groupBy=product").statusCode(200);
        }
    }

    /** Contacts that have expired are erased, the last thing that was asked for. */
    private static boolean areContactsErased(StatementLog log) {
        try {
            return log.plans().stream()
                    .anyMatch(plan -> plan.statement().startsWith("update inquiry set contact = null"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isAllowed(QueryPlan plan) {
        if (READS_WORKSPACE.matcher(plan.statement()).find()) {
            return plan.isWithin(INQUIRIES);
        }
        return READS_DAY.matcher(plan.statement()).find() && plan.text().contains("spend_day_pkey")
                ? plan.isWithin(REGIONS)
                : plan.isFrugal();
    }

    private static void assertFrugal(List<QueryPlan> plans) {
        String wasteful = plans.stream()
                .filter(plan -> !isAllowed(plan))
                .map(QueryPlan::toString)
                .distinct()
                .collect(Collectors.joining("\n\n"));
        assertEquals("", wasteful);
        assertTrue(plans.size() > 300, () -> plans.size() + " statements were logged");
    }

    /** Who adds a statement adds here what sends it. */
    private static void assertComplete(List<QueryPlan> plans) throws Exception {
        List<String> sent = plans.stream()
                .map(plan -> GateStatements.normalised(plan.statement()))
                .distinct()
                .toList();
        assertEquals(
                "",
                GateStatements.all().stream()
                        .filter(statement -> sent.stream()
                                .noneMatch(text -> statement.matcher(text).find()))
                        .map(Pattern::pattern)
                        .collect(Collectors.joining("\n")),
                "statements that nothing here has the service send");
    }

    private static String inquiry(int i) {
        return """
                {"externalId":"i%d","campaignExternalId":"c%d","receivedAt":"%sT08:00:00Z","region":"r%d"}""".formatted(i, i % CAMPAIGNS, day(i / 250), i % 7);
    }

    private static LocalDate day(int i) {
        return FIRST.plusDays(i);
    }

    private void stream(String path, int rows, IntFunction<String> row) {
        given(with(path + rows)
                        .contentType("application/x-ndjson")
                        .body(IntStream.range(0, rows)
                                .mapToObj(row)
                                .collect(Collectors.joining("\n"))
                                .getBytes(StandardCharsets.UTF_8)))
                .post(service.uri("/api/v1" + path))
                .then()
                .statusCode(207)
                .body("received", equalTo(rows), "rejected", equalTo(0));
    }

    private String first(String path) {
        return get(path).body("items", notNullValue()).extract().path("items[0].id");
    }

    private ValidatableResponse get(String path) {
        return given(request()).get(service.uri("/api/v1" + path)).then();
    }

    private ValidatableResponse post(String path, String body) {
        return given(request().body(body)).post(service.uri("/api/v1" + path)).then();
    }

    private void patch(String path, String body) {
        given(request().body(body)).patch(service.uri("/api/v1" + path)).then().statusCode(200);
    }

    private RequestSpecification with(String idempotencyKey) {
        return request().header("Idempotency-Key", idempotencyKey);
    }

    private RequestSpecification request() {
        return given().header("X-API-Key", key).contentType("application/json");
    }
}
