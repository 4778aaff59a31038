package dev.leadline.analysis.closed;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Money by closing day through the running service, each sum by hand. */
@QuarkusTest
class ClosedTest {

    private static final RestAssuredConfig DOUBLES = RestAssuredConfig.config()
            .jsonConfig(JsonConfig.jsonConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE));

    private static final List<String> INQUIRIES = List.of("""
            {"externalId":"i0","campaignExternalId":"valves","receivedAt":"2026-01-10T12:00:00Z"}""", """
            {"externalId":"i1","campaignExternalId":"valves","receivedAt":"2026-01-10T12:00:00Z"}""", """
            {"externalId":"i2","campaignExternalId":"valves","receivedAt":"2026-01-20T12:00:00Z"}""", """
            {"externalId":"p0","campaignExternalId":"pumps","receivedAt":"2026-01-20T12:00:00Z"}""", """
            {"externalId":"spam","campaignExternalId":"pumps","receivedAt":"2026-01-20T12:00:00Z","status":"INVALID"}""");

    /** A repeat order, a refund, a refund and then a cancellation, a loss, and a cancellation and then a refund. */
    private static final List<String> DEALS = List.of("""
            {"externalId":"d1","inquiryExternalId":"i0","closedAt":"2026-02-05T12:00:00Z","revenue":500,"margin":200}""", """
            {"externalId":"d2","inquiryExternalId":"i0","closedAt":"2026-03-10T12:00:00Z","revenue":300,"margin":100}""", """
            {"externalId":"d3","inquiryExternalId":"i1","closedAt":"2026-02-20T12:00:00Z","revenue":1000,"margin":400,
             "refunded":150,"refundedAt":"2026-03-15T12:00:00Z"}""", """
            {"externalId":"d4","inquiryExternalId":"i2","closedAt":"2026-02-25T12:00:00Z","revenue":800.5,"margin":300.25,
             "status":"CANCELLED","cancelledAt":"2026-03-20T12:00:00Z","refunded":100,"refundedAt":"2026-03-05T12:00:00Z"}""", """
            {"externalId":"d5","inquiryExternalId":"p0","closedAt":"2026-03-02T12:00:00Z","revenue":50,"margin":-20}""", """
            {"externalId":"d6","inquiryExternalId":"i1","closedAt":"2026-03-30T12:00:00Z","revenue":90,"margin":30,
             "status":"CANCELLED","cancelledAt":"2026-04-02T12:00:00Z","refunded":90,"refundedAt":"2026-04-05T12:00:00Z"}""", """
            {"externalId":"none","inquiryExternalId":"spam","closedAt":"2026-03-02T12:00:00Z","revenue":7777,"margin":1}""");

    private static final List<String> SPEND = List.of("""
            {"campaignExternalId":"valves","day":"2026-02-10","amount":40}""", """
            {"campaignExternalId":"valves","day":"2026-03-10","amount":60}""", """
            {"campaignExternalId":"pumps","day":"2026-03-01","amount":7}""");

    private TestWorkspace workspace;

    @BeforeEach
    void post() {
        workspace = TestWorkspace.create();
        workspace.create("/campaigns", "{\"externalId\":\"valves\",\"product\":\"Valve\"}");
        workspace.create("/campaigns", "{\"externalId\":\"pumps\",\"product\":\"Pump\"}");
        posted("/inquiries/batch", INQUIRIES);
        posted(
                "/deals/batch",
                DEALS.stream().map(line -> line.replace("\n", "")).toList());
        posted("/spend/batch", SPEND);
    }

    private void posted(String path, List<String> lines) {
        workspace.postLines(path, lines).then().statusCode(207).body("created", equalTo(lines.size()));
    }

    private ValidatableResponse closed(String query) {
        return workspace
                .analyst()
                .config(DOUBLES)
                .get("/api/v1/metrics/closed?" + query)
                .then()
                .statusCode(200);
    }

    @Test
    void given_deals_refunds_and_cancellations_then_each_amount_stands_on_the_day_it_moved() {
        closed("from=2026-02-01&to=2026-03-31&asOf=2026-06-30")
                .body("moneyBy", equalTo("CLOSING_DAY"))
                .body("note", containsString("/metrics counts deals by the day of their inquiry"))
                .body("interval", equalTo("month"))
                .body("total.buckets.start", contains("2026-02-01", "2026-03-01"))
                .body("total.buckets[0].money.deals", equalTo(3))
                .body("total.buckets[0].money.revenue.toDouble()", closeTo(2300.5, 1e-9))
                .body("total.buckets[0].money.margin.toDouble()", closeTo(900.25, 1e-9))
                .body("total.buckets[0].money.refunds.deals", equalTo(0))
                .body("total.buckets[0].money.cancellations.deals", equalTo(0))
                .body("total.buckets[0].money.netRevenue.toDouble()", closeTo(2300.5, 1e-9))
                .body("total.buckets[0].money.spend.toDouble()", closeTo(40, 1e-9))
                .body("total.buckets[1].money.deals", equalTo(3))
                .body("total.buckets[1].money.revenue.toDouble()", closeTo(440, 1e-9))
                .body("total.buckets[1].money.margin.toDouble()", closeTo(110, 1e-9))
                .body("total.buckets[1].money.refunds.deals", equalTo(2))
                .body("total.buckets[1].money.refunds.amount.toDouble()", closeTo(250, 1e-9))
                .body("total.buckets[1].money.cancellations.deals", equalTo(1))
                .body("total.buckets[1].money.cancellations.revenue.toDouble()", closeTo(700.5, 1e-9))
                .body("total.buckets[1].money.cancellations.margin.toDouble()", closeTo(200.25, 1e-9))
                .body("total.buckets[1].money.netRevenue.toDouble()", closeTo(-510.5, 1e-9))
                .body("total.buckets[1].money.netMargin.toDouble()", closeTo(-340.25, 1e-9))
                .body("total.buckets[1].money.spend.toDouble()", closeTo(67, 1e-9))
                .body("total.money.deals", equalTo(6))
                .body("total.money.netRevenue.toDouble()", closeTo(1790, 1e-9))
                .body("total.money.netMargin.toDouble()", closeTo(560, 1e-9))
                .body("total.money.spend.toDouble()", closeTo(107, 1e-9));
    }

    @Test
    void given_a_refund_of_what_was_cancelled_before_then_it_comes_off_once() {
        closed("from=2026-04-01&to=2026-04-30&asOf=2026-06-30")
                .body("total.money.deals", equalTo(0))
                .body("total.money.refunds.amount.toDouble()", closeTo(0, 1e-9))
                .body("total.money.cancellations.revenue.toDouble()", closeTo(90, 1e-9))
                .body("total.money.netRevenue.toDouble()", closeTo(-90, 1e-9));
    }

    @Test
    void given_all_days_then_what_is_left_is_what_metrics_counts_by_the_day_of_the_inquiry() {
        for (String asOf : List.of("2026-02-28", "2026-03-12", "2026-03-31", "2026-06-30")) {
            ValidatableResponse byInquiry = workspace
                    .analyst()
                    .config(DOUBLES)
                    .get("/api/v1/metrics?from=2026-01-01&asOf=" + asOf)
                    .then()
                    .statusCode(200)
                    .body("moneyBy", equalTo("INQUIRY_DAY"));
            Number revenue = byInquiry.extract().path("total.revenue");
            Number margin = byInquiry.extract().path("total.margin");
            Number spend = byInquiry.extract().path("total.spend");
            closed("from=2026-01-01&asOf=" + asOf)
                    .body("total.money.netRevenue.toDouble()", closeTo(revenue.doubleValue(), 1e-9))
                    .body("total.money.netMargin.toDouble()", closeTo(margin.doubleValue(), 1e-9))
                    .body("total.money.spend.toDouble()", closeTo(spend.doubleValue(), 1e-9));
        }
    }

    @Test
    void given_a_past_day_then_what_happened_later_is_not_in_it() {
        closed("from=2026-03-01&to=2026-03-31&asOf=2026-03-12")
                .body("total.buckets[0].complete", equalTo(false))
                .body("total.money.deals", equalTo(2))
                .body("total.money.refunds.deals", equalTo(1))
                .body("total.money.cancellations.deals", equalTo(0));
    }

    @Test
    void given_a_grouping_and_a_filter_then_segments_sort_by_the_figure_asked_for() {
        String march = "from=2026-03-01&to=2026-03-31&asOf=2026-06-30&groupBy=product";
        closed(march + "&sort=-revenue").body("segments.segment.product", contains("Valve", "Pump"));
        closed(march + "&sort=-netRevenue").body("segments.segment.product", contains("Pump", "Valve"));
        closed(march + "&sort=-deals&limit=1")
                .body("segments.segment.product", contains("Valve"))
                .body("truncated", equalTo(true))
                .body("segmentCount", equalTo(2))
                .body("total.money.deals", equalTo(3));
        closed(march + "&product=Pump&interval=day")
                .body("segments", hasSize(1))
                .body("segments[0].buckets", hasSize(31))
                .body("segments[0].buckets[1].money.margin.toDouble()", closeTo(-20, 1e-9))
                .body("total.money.deals", equalTo(1));
    }

    @Test
    void given_too_many_buckets_then_the_answer_names_the_interval() {
        workspace
                .analyst()
                .get("/api/v1/metrics/closed?from=2000-01-01&interval=day&groupBy=product")
                .then()
                .statusCode(400)
                .body("detail", containsString("interval would return "));
        workspace.analyst().get("/api/v1/metrics/closed?sort=inquiries").then().statusCode(400);
    }
}
