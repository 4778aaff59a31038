package dev.leadline.intake.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leadline.testing.Json;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/**
 * Ten files as ad platforms and CRMs export them, posted as docs/import.md says and compared with a plain recomputation: no row is
 * lost, no money is lost, and each row that is refused is told with its field and the remedy, by which it gets in.
 */
@QuarkusTest
class ExportsTest {

    private static final Map<String, String> LEAD_STATUSES = Map.of(
            "Open", "NEW", "Contacted", "NEW", "Qualified", "QUALIFIED", "Disqualified", "LOST", "Junk", "INVALID");
    private static final Map<String, String> STAGES = Map.of("new", "NEW", "qualified", "QUALIFIED", "lost", "LOST");
    private static final Map<String, String> ORDER_STATES =
            Map.of("paid", "WON", "partially refunded", "WON", "cancelled", "CANCELLED");

    private TestWorkspace workspace;

    // ---- what every file goes through

    private JsonNode post(String path, Export export) {
        JsonNode result = Json.of(workspace.postLines(path + "/batch", export.lines()));
        return accounted(result, export.rows().size());
    }

    /** Every row is in one of the counts, and every refusal says where and what to do. */
    private static JsonNode accounted(JsonNode result, int rows) {
        assertEquals(rows, result.path("received").asInt(), result::toString);
        int told = 0;
        for (String count : List.of("created", "unchanged", "updated", "summed", "waiting", "skipped", "rejected")) {
            told += result.path(count).asInt();
        }
        assertEquals(rows, told, result::toString);
        assertEquals(result.path("rejected").asInt(), result.path("problems").size(), result::toString);
        for (JsonNode problem : result.path("problems")) {
            assertFalse(problem.path("problem").path("detail").asText().isBlank(), problem::toString);
        }
        return result;
    }

    /** The rows that were refused, each by its place, with the field at fault and a word of the remedy. */
    private static void assertRefused(JsonNode result, Object... rowFieldRemedy) {
        assertEquals(rowFieldRemedy.length / 3, result.path("rejected").asInt(), result::toString);
        for (int i = 0; i < rowFieldRemedy.length; i += 3) {
            JsonNode problem = result.path("problems").path(i / 3);
            assertEquals(rowFieldRemedy[i], problem.path("index").asInt(), result::toString);
            JsonNode error = problem.path("problem").path("errors").path(0);
            assertEquals(rowFieldRemedy[i + 1], error.path("pointer").asText(), result::toString);
            assertTrue(error.path("detail").asText().contains((String) rowFieldRemedy[i + 2]), error::toString);
        }
    }

    private static void assertCounts(JsonNode result, int created, int unchanged, int summed, int rejected) {
        assertEquals(
                List.of(created, unchanged, summed, rejected),
                List.of(
                        result.path("created").asInt(),
                        result.path("unchanged").asInt(),
                        result.path("summed").asInt(),
                        result.path("rejected").asInt()),
                result::toString);
    }

    private List<JsonNode> stored(String path) {
        List<JsonNode> items = new ArrayList<>();
        Response page = workspace.get(path);
        page.then().statusCode(200);
        Json.of(page).path("items").forEach(items::add);
        return items;
    }

    private Map<String, String> externalIdsOfCampaigns() {
        Map<String, String> ids = new HashMap<>();
        stored("/campaigns")
                .forEach(
                        c -> ids.put(c.path("id").asText(), c.path("externalId").asText()));
        return ids;
    }

    /** The amount as money is kept. */
    private static BigDecimal money(String cell) {
        return new BigDecimal(cell).setScale(4, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal sum(Export export, Function<Map<String, String>, BigDecimal> amount) {
        return export.rows().stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void assertMoney(BigDecimal expected, JsonNode actual) {
        assertEquals(0, expected.compareTo(actual.decimalValue()), () -> expected + " but was " + actual);
    }

    private JsonNode total(String query) {
        return Json.of(workspace.get("/metrics?from=2025-01-01&" + query)).path("total");
    }

    /** What the file says of each campaign, day and region, added up by hand, is what is stored, and what the metrics sum to. */
    private void assertSpendIs(Export export) {
        Map<String, BigDecimal> expected = new TreeMap<>();
        Map<String, Long> clicks = new TreeMap<>();
        for (Map<String, String> row : export.rows()) {
            String key = row.get("campaignExternalId") + " " + row.get("day") + " " + row.getOrDefault("region", "");
            expected.merge(key, money(row.get("amount")), BigDecimal::add);
            if (row.containsKey("clicks")) {
                clicks.merge(key, new BigDecimal(row.get("clicks")).longValueExact(), Long::sum);
            }
        }
        Map<String, String> campaigns = externalIdsOfCampaigns();
        Map<String, BigDecimal> actual = new TreeMap<>();
        Map<String, Long> actualClicks = new TreeMap<>();
        for (JsonNode row : stored("/spend?limit=500")) {
            String key = campaigns.get(row.path("campaignId").asText()) + " "
                    + row.path("day").asText() + " " + row.path("region").asText("");
            actual.put(
                    key.replace("null", ""), row.path("amount").decimalValue().setScale(4));
            if (!row.path("clicks").isNull()) {
                actualClicks.put(key.replace("null", ""), row.path("clicks").asLong());
            }
        }
        assertEquals(expected, actual);
        assertEquals(clicks, actualClicks);
        assertMoney(sum(export, row -> money(row.get("amount"))), total("").path("spend"));
    }

    private Map<String, JsonNode> byExternalId(String path) {
        Map<String, JsonNode> records = new TreeMap<>();
        stored(path + "?limit=500")
                .forEach(r -> records.put(r.path("externalId").asText(), r));
        return records;
    }

    private static Export ads(String file, int above, int below) {
        return Export.of(file, ',', above, below)
                .columns(
                        "Day", "day",
                        "Campaign ID", "campaignExternalId",
                        "Campaign", "campaignExternalId",
                        "Cost", "amount",
                        "Impressions", "impressions",
                        "Clicks", "clicks");
    }

    private static Export leads() {
        return Export.of("05-crm-leads-day-only.csv", ',', 0, 0)
                .columns(
                        "Lead ID", "externalId",
                        "Created Date", "receivedAt",
                        "Campaign", "campaignExternalId",
                        "Lead Status", "status",
                        "State", "region")
                .words("status", LEAD_STATUSES);
    }

    /** As they are after their two faults have been mended. */
    private static Export mendedLeads() {
        return leads().corrected(6, "receivedAt", "2024-12-31").corrected(7, "campaignExternalId", "unknown");
    }

    // ---- the files

    @Test
    void ads_by_device_with_a_preamble_and_totals_and_the_floats_of_a_spreadsheet() {
        workspace = TestWorkspace.create();
        Export report = ads("01-ads-by-device.csv", 2, 1);

        JsonNode result = post("/spend", report);

        assertCounts(result, 5, 0, 5, 0);
        assertEquals(5, result.path("rounded").asInt());
        assertSpendIs(report);
        assertCounts(post("/spend", report), 0, 5, 5, 0);
        assertSpendIs(report);
    }

    @Test
    void ads_by_network_with_ids_and_counts_as_floats_and_cost_in_micros() {
        workspace = TestWorkspace.create();
        List<Map<String, String>> rows = Export.of("02-ads-by-network-micros.csv", ',', 0, 0)
                .columns(
                        "date", "day",
                        "campaign_id", "campaignExternalId",
                        "cost_micros", "amount",
                        "impressions", "impressions",
                        "clicks", "clicks")
                .copy();
        rows.forEach(row -> {
            row.compute("campaignExternalId", (name, id) -> id.replaceFirst("\\.0$", ""));
            row.compute(
                    "amount",
                    (name, micros) -> new BigDecimal(micros).movePointLeft(6).toPlainString());
        });
        Export report = Export.ofRows(rows);

        assertCounts(post("/spend", report), 4, 0, 2, 0);
        assertSpendIs(report);
    }

    @Test
    void social_ads_by_region_with_a_byte_order_mark_semicolons_and_amounts_for_the_eye() {
        workspace = TestWorkspace.create();
        Export report = Export.of("03-social-by-region.csv", ';', 0, 0)
                .columns(
                        "Reporting starts", "day",
                        "Campaign name", "campaignExternalId",
                        "Region", "region",
                        "Amount spent (USD)", "amount",
                        "Impressions", "impressions",
                        "Link clicks", "clicks");

        JsonNode result = post("/spend", report);

        assertCounts(result, 3, 0, 1, 2);
        assertRefused(result, 3, "/amount", "number", 4, "/amount", "number");
        Export mended = report.corrected(3, "amount", "19.00").corrected(4, "amount", "1234.50");
        assertCounts(post("/spend", mended), 2, 3, 1, 0);
        assertSpendIs(mended);
        assertMoney(new BigDecimal("39"), total("region=\"Portland, OR\"").path("spend"));
    }

    @Test
    void search_ads_that_spell_one_campaign_in_three_ways() {
        workspace = TestWorkspace.create();
        Export report = ads("04-search-spellings.csv", 0, 0);

        JsonNode result = post("/spend", report);

        assertCounts(result, 6, 0, 0, 0);
        assertSpendIs(report);
        List<String> warned = new ArrayList<>();
        result.path("warnings")
                .forEach(w -> warned.add(w.path("campaignExternalId").asText()));
        assertEquals(List.of("BRAND_US", "Brand US", "brand-us"), warned);

        String id = stored("/campaigns?externalId=Brand US").get(0).path("id").asText();
        for (String spelling : List.of("BRAND_US", "brand-us")) {
            workspace
                    .admin()
                    .body(Map.of("externalId", spelling))
                    .post("/api/v1/campaigns/" + id + "/merge")
                    .then()
                    .statusCode(200);
        }
        Export oneSpelling = report.words("campaignExternalId", Map.of("BRAND_US", "Brand US", "brand-us", "Brand US"));
        assertSpendIs(oneSpelling);
        assertCounts(post("/spend", report), 0, 3, 3, 0);
        assertSpendIs(oneSpelling);
    }

    @Test
    void leads_of_a_crm_that_exports_days_alone() {
        workspace = TestWorkspace.create("America/Los_Angeles");

        JsonNode result = post("/inquiries", leads());

        assertRefused(result, 6, "/receivedAt", "2026-01-31", 7, "/campaignExternalId", "required");
        assertCounts(post("/inquiries", mendedLeads()), 2, 6, 0, 0);
        Map<String, JsonNode> stored = byExternalId("/inquiries");
        assertEquals(8, stored.size());
        Map<String, String> campaigns = externalIdsOfCampaigns();
        for (Map<String, String> row : mendedLeads().rows()) {
            JsonNode inquiry = stored.get(row.get("externalId"));
            assertEquals(row.get("receivedAt"), inquiry.path("day").asText());
            assertEquals(row.get("status"), inquiry.path("status").asText());
            assertEquals(row.get("region"), inquiry.path("region").textValue());
            assertEquals(
                    row.get("campaignExternalId"),
                    campaigns.get(inquiry.path("campaignId").asText()));
        }
        assertEquals(6, total("").path("inquiries").asInt(), "but for one that is INVALID and one of the year before");
    }

    @Test
    void leads_with_local_times_about_the_hours_that_clocks_skip_and_show_twice() {
        ZoneId zone = ZoneId.of("America/New_York");
        workspace = TestWorkspace.create(zone.getId());
        Export leads = Export.of("06-crm-leads-local-time.csv", ',', 0, 0)
                .columns(
                        "id", "externalId",
                        "created", "receivedAt",
                        "first_touch", "firstRespondedAt",
                        "utm_campaign", "campaignExternalId",
                        "stage", "status")
                .words("status", STAGES)
                .words("externalId", Map.of("1005.0", "1005"));

        assertRefused(post("/inquiries", leads), 5, "/firstRespondedAt", "before");
        Export mended = leads.corrected(5, "firstRespondedAt", "2025-07-06 12:00:00");
        assertCounts(post("/inquiries", mended), 1, 5, 0, 0);
        Map<String, JsonNode> stored = byExternalId("/inquiries");
        for (Map<String, String> row : mended.rows()) {
            JsonNode inquiry = stored.get(row.get("externalId"));
            for (String field : List.of("receivedAt", "firstRespondedAt")) {
                Instant expected = row.containsKey(field)
                        ? LocalDateTime.parse(row.get(field).replace(' ', 'T'))
                                .atZone(zone)
                                .toInstant()
                        : null;
                Instant actual = inquiry.path(field).isNull()
                        ? null
                        : Instant.parse(inquiry.path(field).asText());
                assertEquals(expected, actual, row::toString);
            }
        }
    }

    @Test
    void form_entries_with_offsets_zipped() {
        workspace = TestWorkspace.create();
        Export entries = Export.of("07-form-entries-offsets.csv", ',', 0, 0)
                .columns(
                        "Entry Id", "externalId",
                        "Entry Date", "receivedAt",
                        "utm_campaign", "campaignExternalId",
                        "Message", "message");

        Response answer = workspace
                .integration()
                .contentType("application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .body(zipped(String.join("\n", entries.lines())))
                .post("/api/v1/inquiries/batch");

        assertCounts(accounted(Json.of(answer), 5), 5, 0, 0, 0);
        Map<String, JsonNode> stored = byExternalId("/inquiries");
        Map<String, String> instants = new TreeMap<>();
        stored.forEach(
                (id, inquiry) -> instants.put(id, inquiry.path("receivedAt").asText()));
        assertEquals(
                Map.of(
                        "f-1", "2025-02-01T23:30:00Z",
                        "f-2", "2025-02-02T00:30:00Z",
                        "f-3", "2025-02-02T00:30:00Z",
                        "f-4", "2025-02-02T13:30:00.123Z",
                        "f-5", "2025-02-02T10:00:00Z"),
                instants);
        entries.rows()
                .forEach(row -> assertEquals(
                        row.get("message"),
                        stored.get(row.get("externalId")).path("message").textValue()));
    }

    @Test
    void deals_of_a_crm_with_open_and_lost_ones_among_them() {
        workspace = TestWorkspace.create("America/Los_Angeles");
        post("/inquiries", mendedLeads());
        Export deals = Export.of("08-crm-deals-floats.csv", ',', 2, 1)
                .only(row -> row.get("Stage").equals("Closed Won"))
                .columns(
                        "Opportunity ID", "externalId",
                        "Lead", "inquiryExternalId",
                        "Close Date", "closedAt",
                        "Amount", "revenue",
                        "Gross Margin", "margin");

        JsonNode result = post("/deals", deals);

        assertRefused(result, 3, "/inquiryExternalId", "inquiry");
        assertEquals(2, result.path("rounded").asInt());
        Export mended = deals.corrected(3, "inquiryExternalId", "L-5");
        assertCounts(post("/deals", mended), 1, 4, 0, 0);
        Map<String, JsonNode> stored = byExternalId("/deals");
        for (Map<String, String> row : mended.rows()) {
            JsonNode deal = stored.get(row.get("externalId"));
            assertMoney(money(row.get("revenue")), deal.path("revenue"));
            assertMoney(money(row.get("margin")), deal.path("margin"));
            assertEquals(row.get("closedAt"), deal.path("closedDay").asText());
        }
        assertMoney(sum(mended, row -> money(row.get("revenue"))), total("").path("revenue"));
        assertMoney(sum(mended, row -> money(row.get("margin"))), total("").path("margin"));
    }

    @Test
    void orders_of_a_shop_with_refunds_and_cancellations() {
        workspace = TestWorkspace.create("America/Los_Angeles");
        post("/inquiries", mendedLeads());
        Export orders = Export.of("09-shop-orders-refunds.csv", ',', 0, 0)
                .columns(
                        "order", "externalId",
                        "lead", "inquiryExternalId",
                        "placed", "closedAt",
                        "total", "revenue",
                        "margin", "margin",
                        "state", "status",
                        "cancelled", "cancelledAt",
                        "refund", "refunded",
                        "refund_date", "refundedAt")
                .words("status", ORDER_STATES);

        JsonNode result = post("/deals", orders);

        assertRefused(
                result,
                3,
                "/revenue",
                "number",
                4,
                "/refunded",
                "must not be more than revenue",
                5,
                "/cancelledAt",
                "must not lie before closedAt");
        Export mended = orders.corrected(3, "revenue", "1080.00")
                .corrected(4, "refunded", "60.00")
                .corrected(5, "cancelledAt", "2025-12-27");
        assertCounts(post("/deals", mended), 3, 3, 0, 0);
        BigDecimal left = sum(
                mended,
                row -> row.get("status").equals("CANCELLED")
                        ? BigDecimal.ZERO
                        : money(row.get("revenue")).subtract(money(row.getOrDefault("refunded", "0"))));
        assertMoney(left, total("").path("revenue"));
        JsonNode moved = Json.of(workspace.get("/metrics/closed?from=2025-01-01&to=2025-12-31"))
                .path("total")
                .path("money");
        assertMoney(left, moved.path("netRevenue"));
        assertMoney(sum(mended, row -> money(row.get("revenue"))), moved.path("revenue"));
        assertMoney(
                sum(mended, row -> money(row.getOrDefault("refunded", "0"))),
                moved.path("refunds").path("amount"));
    }

    @Test
    void a_nightly_file_that_has_all_deals_each_time() {
        workspace = TestWorkspace.create("America/Los_Angeles");
        post("/inquiries", mendedLeads());
        Export first = Export.of("10-erp-nightly-deals.csv", ';', 0, 0)
                .columns(
                        "doc_no", "externalId",
                        "lead", "inquiryExternalId",
                        "booked", "closedAt",
                        "net_value", "revenue",
                        "margin", "margin");
        assertCounts(post("/deals", first), 4, 0, 0, 0);
        assertCounts(post("/deals", first), 0, 4, 0, 0);

        Export second = first.corrected(2, "revenue", "995.00");
        JsonNode result = post("/deals", second);

        assertCounts(result, 0, 3, 0, 1);
        JsonNode problem = result.path("problems").path(0).path("problem");
        assertEquals(409, problem.path("status").asInt());
        assertTrue(problem.path("detail").asText().contains("PATCH"), problem::toString);
        assertMoney(sum(first, row -> money(row.get("revenue"))), total("").path("revenue"));
        workspace
                .patch("/deals/" + problem.path("existingId").asText(), "{\"revenue\": \"995.00\"}")
                .then()
                .statusCode(200);
        assertMoney(sum(second, row -> money(row.get("revenue"))), total("").path("revenue"));
    }

    private static byte[] zipped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
