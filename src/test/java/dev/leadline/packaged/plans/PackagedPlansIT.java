package dev.leadline.packaged.plans;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.packaged.PackagedService;
import dev.leadline.platform.database.OwnDatabase;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
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
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class PackagedPlansIT {

    private static final int KNOWN_WORKSPACES = 50;
    private static final int INQUIRIES = 100_000;
    private static final int DEALS = 16_000;
    private static final int DAYS = 400;
    private static final int CAMPAIGNS = 12;
    private static final LocalDate FIRST = LocalDate.of(2025, 6, 1);

    /** A plan may read so many times what it needs, and a page of rows. */
    private static final int MULTIPLE = 4;

    private static final int PAGE = 300;

    /**
     * Read more by intent, for an index would cost every post: all inquiries for what is known of a person, which is seldom asked; and a
     * campaign's inquiries for the newest of them, where (campaign, id) would be an entry for each inquiry and not one for many.
     */
    private static final Pattern READS_MORE = Pattern.compile(
            "contact ->> 'phone'|from inquiry \\w+ where \\S+ = \\S+ and \\S+campaign_id=\\S+ order by");

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
        for (String path : List.of(
                "/contacts/export?email=nobody@example.org",
                "/workspace",
                "/api-keys",
                "/audit-entries",
                "/campaigns",
                "/campaigns?externalId=c1",
                "/spend?limit=50",
                "/spend?from=2026-01-01&to=2026-01-31&limit=50",
                "/inquiries",
                "/inquiries?externalId=i77777&source=api",
                "/inquiries?externalId=i77777",
                "/inquiries?from=2026-01-01&to=2026-01-02",
                "/deals")) {
            get(path).statusCode(200);
        }
        String campaign = first("/campaigns");
        get("/campaigns/" + campaign).statusCode(200);
        get("/spend?limit=50&campaignId=" + campaign).statusCode(200);
        get("/inquiries?campaignId=" + campaign).statusCode(200);
        patch("/campaigns/" + campaign, """
                {"channel":"search"}""");
        post("/spend", """
                {"campaignId":"%s","day":"2026-08-01","amount":3}""".formatted(campaign)).statusCode(201);
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

    private static void assertFrugal(List<QueryPlan> plans) {
        String wasteful = plans.stream()
                .filter(plan -> plan.read() > MULTIPLE * plan.needed() + PAGE)
                .filter(plan -> !READS_MORE.matcher(plan.statement()).find())
                .map(plan -> plan.read() + " rows read, " + plan.needed() + " needed:\n" + plan.statement() + "\n"
                        + plan.text())
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
