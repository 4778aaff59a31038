package dev.leadline.analysis.metrics;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Metrics through the running service, each figure computed by hand. */
@QuarkusTest
class MetricsTest {

    /** Garwood's 90 % interval of a count of 10. */
    private static final double LOW_OF_10 = 5.42540569709;

    private static final double HIGH_OF_10 = 16.962219236;
    private static final RestAssuredConfig DOUBLES = RestAssuredConfig.config()
            .jsonConfig(JsonConfig.jsonConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE));

    private TestWorkspace workspace;

    @BeforeEach
    void enterAWorkspace() {
        workspace = TestWorkspace.create();
    }

    private void campaign(String externalId, String more) {
        workspace.create("/campaigns", "{\"externalId\":\"" + externalId + "\"" + more + "}");
    }

    private void inquiry(String id, String campaign, String day, String more) {
        workspace.create(
                "/inquiries",
                "{\"externalId\":\"" + id + "\",\"campaignExternalId\":\"" + campaign + "\",\"receivedAt\":\"" + day
                        + "T12:00:00Z\"" + more + "}");
    }

    private void inquiries(String prefix, String campaign, String day, int count, String more) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add("{\"externalId\":\"" + prefix + i + "\",\"campaignExternalId\":\"" + campaign
                    + "\",\"receivedAt\":\"" + day + "T12:00:00Z\"" + more + "}");
        }
        workspace.postLines("/inquiries/batch", lines).then().statusCode(207).body("created", equalTo(count));
    }

    private String deal(String id, String inquiry, String day, String revenue, String margin) {
        return workspace.create(
                "/deals",
                "{\"externalId\":\"" + id + "\",\"inquiryExternalId\":\"" + inquiry + "\",\"closedAt\":\"" + day
                        + "T12:00:00Z\",\"revenue\":" + revenue + ",\"margin\":" + margin + "}");
    }

    private void spend(String campaign, String day, String amount, String more) {
        workspace
                .post(
                        "/spend",
                        "{\"campaignExternalId\":\"" + campaign + "\",\"day\":\"" + day + "\",\"amount\":" + amount
                                + more + "}")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse metrics(String query) {
        return workspace
                .analyst()
                .config(DOUBLES)
                .get("/api/v1/metrics?" + query)
                .then()
                .statusCode(200);
    }

    @Test
    void given_ten_inquiries_and_two_deals_then_every_figure_is_the_one_computed_by_hand() {
        campaign("valves", ",\"product\":\"Valve\"");
        LocalDate first = LocalDate.of(2026, 3, 2);
        for (int i = 0; i < 10; i++) {
            inquiry("i" + i, "valves", first.plusDays(i).toString(), "");
            spend("valves", first.plusDays(i).toString(), "10.01", "");
        }
        inquiry("bad", "valves", "2026-03-02", ",\"status\":\"INVALID\"");
        inquiry("try", "valves", "2026-03-02", ",\"test\":true");
        deal("d1", "i0", "2026-03-07", "500.5", "200.25");
        deal("d2", "i1", "2026-03-13", "300", "100");
        deal("d3", "i0", "2026-03-20", "50", "-20.125");

        metrics("groupBy=product&from=2026-03-02&to=2026-03-11&asOf=2026-06-30&horizonDays=90")
                .body("asOf", equalTo("2026-06-30"))
                .body("currency", equalTo("USD"))
                .body("segments", hasSize(1))
                .body("segments[0].segment.product", equalTo("Valve"))
                .body("segments[0].costBasis", equalTo("direct"))
                .body("total.spend", closeTo(100.1, 1e-9))
                .body("total.inquiries", equalTo(10))
                .body("total.invalidInquiries", equalTo(2))
                .body("total.deals", equalTo(2))
                .body("total.revenue", closeTo(850.5, 1e-9))
                .body("total.margin", closeTo(280.125, 1e-9))
                .body("total.inquiriesPerDay.estimate", closeTo(1, 1e-9))
                .body("total.inquiriesPerDay.low", closeTo(LOW_OF_10 / 10, 1e-5))
                .body("total.inquiriesPerDay.high", closeTo(HIGH_OF_10 / 10, 1e-5))
                .body("total.costPerInquiry.estimate", closeTo(10.01, 1e-9))
                .body("total.costPerInquiry.low", closeTo(100.1 / HIGH_OF_10, 1e-4))
                .body("total.costPerInquiry.high", closeTo(100.1 / LOW_OF_10, 1e-4))
                .body("total.conversionRate.observed", closeTo(0.2, 1e-9))
                // All ripe, nothing earlier to shrink to: R's qbeta(c(0.5, 0.05, 0.95), 2.5, 8.5).
                .body("total.conversionRate.matured.estimate", closeTo(0.2103736, 1e-5))
                .body("total.conversionRate.matured.low", closeTo(0.0602137, 1e-5))
                .body("total.conversionRate.matured.high", closeTo(0.4524956, 1e-5))
                .body("total.conversionRate.maturity", closeTo(1, 1e-9))
                // All ripe: what was projected is what is there, 280.125 / 100.1 - 1.
                .body("total.roi.observed", closeTo(1.79845, 1e-5))
                .body("total.roi.projected.estimate", closeTo(1.79845, 1e-5))
                .body("total.roi.projected.low", closeTo(1.79845, 1e-5))
                // First deals at lags 5 and 10 of two that come by day 90.
                .body("total.daysToDeal.median", equalTo(5))
                .body("total.daysToDeal.p90", equalTo(10))
                .body("total.largestDealShare", closeTo(200.25 / 280.125, 1e-5))
                .body("total.stability.volume.verdict", equalTo("INSUFFICIENT"));
    }

    @Test
    void given_no_spend_on_record_then_its_cost_is_not_known_and_sorts_last_and_0_is_a_cost() {
        for (String product : List.of("paid", "organic", "unposted")) {
            campaign(product, ",\"product\":\"" + product + "\"");
            inquiries(product, product, "2026-03-02", 4, "");
        }
        spend("paid", "2026-03-02", "100000000000", "");
        spend("organic", "2026-03-02", "0", "");
        String query = "groupBy=product&from=2026-03-02&to=2026-03-11&asOf=2026-06-30&sort=costPerInquiry";

        metrics(query)
                .body("segments.segment.product", contains("organic", "paid", "unposted"))
                .body("segments[0].costPerInquiry.estimate", equalTo(0.0))
                .body("segments[0].costPerInquiry.note", equalTo("The spend on record is 0."))
                .body("segments[1].costPerInquiry.estimate", closeTo(25_000_000_000.0, 1e-2))
                .body("segments[2].costPerInquiry.estimate", nullValue())
                .body("segments[2].costPerInquiry.low", nullValue())
                .body("segments[2].costPerInquiry.note", startsWith("No spend is on record here"));
        metrics(query.replace("sort=", "sort=-"))
                .body("segments.segment.product", contains("paid", "organic", "unposted"));
    }

    @Test
    void given_a_deal_beyond_the_horizon_then_it_is_said_why_the_projected_return_is_without_it() {
        inquiries("i", "c", "2026-01-05", 10, "");
        spend("c", "2026-01-05", "100", "");
        deal("late", "i0", "2026-05-01", "5000", "2500");
        String query = "from=2026-01-01&to=2026-01-31&asOf=2026-06-30&horizonDays=";

        metrics(query + 30)
                .body("total.roi.observed", closeTo(24, 1e-9))
                .body("total.roi.projected.estimate", closeTo(-1, 1e-9))
                .body(
                        "total.roi.projected.note",
                        containsString("1 deal closed later than the horizon of 30 days: `observed` counts it"))
                .body("total.conversionRate.matured.note", containsString("later than the horizon"));
        metrics(query + 120)
                .body("total.roi.projected.estimate", closeTo(24, 1e-9))
                .body("total.roi.projected.note", not(containsString("later than the horizon")));
    }

    @Test
    void given_a_young_cohort_then_it_is_no_failure_but_unripe() {
        // 60 old inquiries: 6 deals at lag 10, 6 at lag 40. 60 young ones of 20 days: 6 deals at lag 10.
        inquiries("old", "c", "2026-01-05", 60, "");
        inquiries("new", "c", "2026-04-01", 60, "");
        for (int i = 0; i < 6; i++) {
            deal("a" + i, "old" + i, "2026-01-15", "100", "50");
            deal("b" + i, "old" + (6 + i), "2026-02-14", "100", "50");
            deal("c" + i, "new" + i, "2026-04-11", "100", "50");
        }

        metrics("from=2026-01-01&to=2026-04-21&asOf=2026-04-21&horizonDays=60")
                .body("total.conversionRate.observed", closeTo(0.15, 1e-9))
                // 18 deals; F(10) = 12/120, then 6 of the 54 left of the old, so F(60) = 0.2 and the young have shown
                // half. The median of
                // p^17.5 (1 - p)^47.5 (1 - p/2)^54, by the trapezoid rule, is 0.2014.
                .body("total.conversionRate.matured.estimate", closeTo(0.2014, 5e-4))
                // The old have shown all, the young F(20)/F(60) = 0.1/0.2.
                .body("total.conversionRate.maturity", closeTo(0.75, 1e-9));
    }

    /** A window's total is that of its own cohorts, young or old, and what came before it only says about where to look. */
    @Test
    void given_another_window_then_the_totals_conversion_is_another() {
        inquiries("march", "c", "2026-03-02", 100, "");
        inquiries("april", "c", "2026-04-06", 100, "");
        for (int i = 0; i < 20; i++) {
            deal("m" + i, "march" + i, "2026-03-12", "100", "50");
        }
        for (int i = 0; i < 5; i++) {
            deal("a" + i, "april" + i, "2026-04-16", "100", "50");
        }
        String rest = "&asOf=2026-06-30&horizonDays=30";

        metrics("from=2026-03-01&to=2026-03-31" + rest)
                .body("total.conversionRate.matured.estimate", closeTo(0.2, 0.005));
        metrics("from=2026-04-01&to=2026-04-30" + rest)
                .body("total.conversionRate.matured.estimate", closeTo(0.08, 0.04))
                .body("total.conversionRate.matured.low", lessThan(0.06));
        metrics("from=2026-03-01&to=2026-04-30" + rest)
                .body("total.conversionRate.matured.estimate", closeTo(0.125, 0.005));
    }

    @Test
    void given_deals_tracked_late_then_old_cohorts_are_not_taken_for_failures() {
        // 100 inquiries two months before deals were recorded, and 100 after: a tenth buys at lag 10.
        inquiries("before", "c", "2026-01-05", 100, "");
        inquiries("after", "c", "2026-03-16", 100, "");
        for (int i = 0; i < 10; i++) {
            deal("d" + i, "after" + i, "2026-03-26", "100", "50");
        }
        String query = "from=2026-01-01&to=2026-06-30&asOf=2026-06-30&horizonDays=30";
        // R's qbeta(0.5, 10.5, 190.5), then of the tracked alone qbeta(0.5, 10.5, 90.5).
        metrics(query).body("total.conversionRate.matured.estimate", closeTo(0.0507582, 1e-5));

        workspace.admin().body("""
                        {"dealsTrackedFrom":"2026-03-01"}""").patch("/api/v1/workspace").then().statusCode(200);

        metrics(query).body("total.conversionRate.matured.estimate", closeTo(0.1013469, 1e-5));
    }

    @Test
    void given_spend_that_names_no_region_then_it_is_shared_by_inquiries_and_sums_to_the_total() {
        campaign("c", ",\"region\":\"Bavaria\"");
        inquiries("j", "c", "2026-05-04", 2, ",\"region\":\"Jiangsu\"");
        inquiries("b", "c", "2026-05-04", 1, "");
        spend("c", "2026-05-04", "100", "");
        campaign("named", ",\"region\":\"Bavaria\"");
        spend("named", "2026-05-04", "7.5", ",\"region\":\"Lombardy\"");

        ValidatableResponse answer = metrics("groupBy=region&from=2026-05-01&to=2026-05-31&asOf=2026-05-31&sort=-spend")
                .body("segments.segment.region", contains("Jiangsu", "Bavaria", "Lombardy"))
                .body("segments.costBasis", contains("allocated", "allocated", "direct"))
                .body("segments[2].spend", closeTo(7.5, 1e-9))
                .body("total.spend", closeTo(107.5, 1e-9))
                .body("total.costBasis", equalTo("direct"));

        List<Object> parts = answer.extract().jsonPath().getList("segments.spend");
        BigDecimal sum = parts.stream().map(p -> new BigDecimal(p.toString())).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, new BigDecimal("107.5").compareTo(sum), "the segments sum to the total: " + parts);
        metrics("region=Jiangsu&from=2026-05-01&to=2026-05-31&asOf=2026-05-31")
                .body("total.spend", closeTo(66.6667, 1e-9))
                .body("total.inquiries", equalTo(2));
    }

    @Test
    void given_missing_values_then_they_form_a_segment_of_their_own_and_can_be_asked_for() {
        inquiries("a", "nowhere", "2026-05-04", 3, "");
        inquiries("b", "nowhere", "2026-05-04", 1, ",\"region\":\"Bavaria\"");

        metrics("groupBy=region&asOf=2026-05-31&sort=-inquiries")
                .body("segments.segment.region", contains(nullValue(), equalTo("Bavaria")))
                .body("segments.inquiries", contains(3, 1));
        metrics("region=&asOf=2026-05-31").body("total.inquiries", equalTo(3));
        metrics("region=,Bavaria&asOf=2026-05-31").body("total.inquiries", equalTo(4));
        metrics("region=&region=Bavaria&asOf=2026-05-31").body("total.inquiries", equalTo(4));
        metrics("region= Bavaria &asOf=2026-05-31").body("total.inquiries", equalTo(1));
    }

    @Test
    void given_a_cancelled_deal_then_it_counts_until_it_is_cancelled() {
        inquiry("i", "c", "2026-05-04", "");
        String id = deal("d", "i", "2026-05-10", "100", "40");
        workspace.integration().body("""
                        {"status":"CANCELLED","cancelledAt":"2026-05-20T08:00:00Z"}""").patch("/api/v1/deals/" + id).then().statusCode(200);

        metrics("asOf=2026-05-09").body("total.deals", equalTo(0));
        metrics("asOf=2026-05-19").body("total.deals", equalTo(1)).body("total.margin", equalTo(40));
        metrics("asOf=2026-05-20").body("total.deals", equalTo(0)).body("total.margin", equalTo(0));
    }

    @Test
    void given_an_edit_of_a_campaign_or_an_inquiry_then_the_next_answer_has_it() {
        campaign("c", ",\"product\":\"Valve\",\"region\":\"Bavaria\"");
        inquiry("i", "c", "2026-05-04", "");
        deal("d", "i", "2026-05-10", "100", "40");
        String campaign =
                workspace.get("/campaigns?externalId=c").then().extract().path("items[0].id");
        String inquiry =
                workspace.get("/inquiries?externalId=i").then().extract().path("items[0].id");

        workspace
                .integration()
                .body("""
                        {"product":"Pump"}""")
                .patch("/api/v1/campaigns/" + campaign)
                .then()
                .statusCode(200);
        workspace
                .integration()
                .body("""
                        {"region":"Jiangsu"}""")
                .patch("/api/v1/inquiries/" + inquiry)
                .then()
                .statusCode(200);

        metrics("groupBy=product,region&asOf=2026-05-31")
                .body("segments", hasSize(1))
                .body("segments[0].segment.product", equalTo("Pump"))
                .body("segments[0].segment.region", equalTo("Jiangsu"))
                .body("segments[0].deals", equalTo(1));
        metrics("groupBy=campaign&asOf=2026-05-31")
                .body("segments[0].segment.campaign.id", equalTo(campaign))
                .body("segments[0].segment.campaign.name", equalTo("c"));
    }

    @Test
    void given_nothing_at_all_then_the_answer_says_what_is_not_known_and_why() {
        metrics("level=0.9")
                .body("segments", hasSize(0))
                .body("total.inquiries", equalTo(0))
                .body("total.spend", equalTo(0))
                .body("total.costPerInquiry.estimate", nullValue())
                .body("total.costPerInquiry.note", not(nullValue()))
                .body("total.conversionRate.matured.estimate", nullValue())
                .body("total.roi.observed", nullValue())
                .body("total.roi.projected.note", not(nullValue()))
                .body("total.maxAffordableCostPerInquiry.estimate", nullValue())
                .body("total.daysToDeal.median", nullValue());
    }

    @Test
    void given_more_segments_than_the_limit_then_they_are_cut_and_the_total_still_covers_all() {
        inquiries("a", "c", "2026-05-04", 1, ",\"region\":\"A\"");
        inquiries("b", "c", "2026-05-04", 2, ",\"region\":\"B\"");
        inquiries("c", "c", "2026-05-04", 3, ",\"region\":\"C\"");

        metrics("groupBy=region&asOf=2026-05-31&sort=-inquiries&limit=2")
                .body("segments.segment.region", contains("C", "B"))
                .body("truncated", equalTo(true))
                .body("segmentCount", equalTo(3))
                .body("total.inquiries", equalTo(6));
        metrics("groupBy=region&asOf=2026-05-31&sort=inquiries&minInquiries=2")
                .body("segments.segment.region", contains("B", "C"))
                .body("truncated", equalTo(false));
    }

    @Test
    void given_an_as_of_after_today_then_it_is_answered_with_what_is_there() {
        inquiries("a", "c", LocalDate.now().minusDays(1).toString(), 2, "");

        metrics("asOf=" + LocalDate.now().plusYears(1)).body("total.inquiries", equalTo(2));
    }

    @ParameterizedTest
    @CsvSource({
        "groupBy=colour, groupBy",
        "'groupBy=region,region', groupBy",
        "asOf=yesterday, asOf",
        "asOf=1999-12-31, asOf",
        "from=2026-02-30, from",
        "from=2026-03-02&to=2026-03-01, from",
        "level=1, level",
        "level=NaN, level",
        "horizonDays=0, horizonDays",
        "horizonDays=1.5, horizonDays",
        "targetRoi=-1, targetRoi",
        "targetRoi=1e400, targetRoi",
        "minInquiries=-1, minInquiries",
        "limit=0, limit",
        "limit=10001, limit",
        "sort=colour, sort",
        "regoin=Bavaria, regoin",
        "level=0.9&level=0.8, level",
    })
    void givenABadParameter_thenTheAnswerNamesIt(String query, String parameter) {
        workspace
                .get("/metrics?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].parameter", equalTo(parameter))
                .body("detail", containsString(parameter));
    }
}
