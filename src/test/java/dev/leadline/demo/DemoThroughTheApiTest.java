package dev.leadline.demo;

import static dev.leadline.testing.Problems.assertProblemOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo market, posted and asked for through the API as its users would, against its own truth. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoThroughTheApiTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 15);
    private static final String AS_OF = "asOf=" + TODAY.minusDays(1);

    private final DemoMarket market = MarketSimulator.demoMarket(DemoLoader.SEED, TODAY);

    @Inject
    ObjectMapper json;

    private TestWorkspace workspace;

    private TestWorkspace loaded() {
        if (workspace == null) {
            MarketSettings settings = market.settings();
            workspace = TestWorkspace.create(settings.timeZone().getId());
            post("/campaigns/batch", market.campaigns(), DemoRequests::of);
            post("/spend/batch", market.spend(), DemoRequests::of);
            post("/inquiries/batch", market.inquiries(), DemoRequests::of);
            post("/deals/batch", market.deals(), DemoRequests::of);
            workspace
                    .admin()
                    .body(Map.of(
                            "targetRoi", settings.targetRoi(),
                            "horizonDays", settings.horizonDays(),
                            "dealsTrackedFrom", settings.dealsTrackedFrom().toString()))
                    .patch("/api/v1/workspace")
                    .then()
                    .statusCode(200);
        }
        return workspace;
    }

    private <T> void post(String path, List<T> records, Function<T, ?> request) {
        List<String> lines = records.stream().map(request).map(this::line).toList();
        workspace
                .postLines(path, lines)
                .then()
                .statusCode(207)
                .body("received", equalTo(records.size()))
                .body("created", equalTo(records.size()));
    }

    private String line(Object request) {
        try {
            return json.writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonPath get(String path) {
        return JsonPath.from(loaded().get(path).then().statusCode(200).extract().asString())
                .using(JsonPathConfig.jsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE));
    }

    private Map<String, Map<String, Object>> byProduct(JsonPath answer, String list) {
        return answer.<Map<String, Object>>getList(list).stream()
                .collect(Collectors.toMap(item -> product(item.get("segment")), item -> item));
    }

    private static String product(Object segment) {
        return (String) ((Map<?, ?>) segment).get("product");
    }

    @Test
    void when_asked_what_to_do_then_winners_are_replicated_and_no_loser_is() {
        Map<String, Map<String, Object>> items = byProduct(get("/recommendations?groupBy=product&" + AS_OF), "items");

        assertEquals(12, items.size());
        items.forEach((name, item) -> {
            var truth = market.truth().product(name);
            double roi = truth.economics().roi();
            String action = (String) item.get("action");
            assertTrue(!action.equals("SCALE") || roi >= 0.3, name + " is SCALE at a true ROI of " + roi);
            assertTrue(!action.equals("FIX") || roi < 0.3, name + " is FIX at a true ROI of " + roi);
            if (truth.parameters().story() == Story.STABLE_WINNER) {
                assertEquals("SCALE", action, name + ": " + item.get("explanation"));
                assertTrue(((String) item.get("explanation")).contains("Replicate it"));
            }
        });
        String young =
                market.truth().withStory(Story.YOUNG_STAR).get(0).parameters().name();
        assertEquals("HOLD", items.get(young).get("action"));
        assertEquals("LEARNING", items.get(young).get("reason"));
    }

    @Test
    void when_asked_for_some_actions_then_only_these_are_shown_and_counted_and_nothing_else_changes() {
        String asked = "/recommendations?groupBy=product&" + AS_OF;
        List<Map<String, Object>> all = get(asked).getList("items");
        for (List<String> actions : List.of(List.of("SCALE"), List.of("HOLD"), List.of("FIX", "SCALE"))) {
            List<Map<String, Object>> expected = all.stream()
                    .filter(item -> actions.contains(item.get("action")))
                    .toList();
            var shown = get(asked + "&action=" + String.join(",", actions));
            assertEquals(expected, shown.getList("items"), actions::toString);
            assertEquals(expected.size(), shown.getInt("segmentCount"));
            assertFalse(shown.getBoolean("truncated"));

            var first = get(asked + "&limit=1&action=" + String.join(",", actions));
            assertEquals(expected.subList(0, 1), first.getList("items"), actions::toString);
            assertEquals(expected.size(), first.getInt("segmentCount"));
            assertEquals(expected.size() > 1, first.getBoolean("truncated"));
        }
        assertProblemOf(loaded().get(asked + "&action=SCALE,PAUSE"), 400, "action")
                .body("detail", equalTo("action must be one of SCALE, HOLD, FIX"));
    }

    @Test
    void when_asked_what_another_policy_would_say_then_it_holds_for_that_answer_alone() {
        String asked = "/recommendations?groupBy=product&" + AS_OF;
        String before = loaded().get(asked).asString();

        loaded().get(asked + "&minimumDeals=10000&scaleEndProbability=0.89")
                .then()
                .statusCode(200)
                .body("policy.minimumDeals", equalTo(10_000))
                .body("policy.scaleProbability", equalTo(0.9f))
                .body("items.action", not(hasItem("SCALE")));

        assertEquals(before, loaded().get(asked).asString());
    }

    @Test
    void when_asked_what_came_of_past_recommendations_then_they_are_set_beside_the_usual_rules() {
        loaded().get("/recommendations/track-record?groupBy=product&weeks=8&sort=-day&limit=3&" + AS_OF)
                .then()
                .statusCode(200)
                .body("to", equalTo(TODAY.minusDays(1 + 180 + 56).toString()))
                .body("byAction.action", hasItems("SCALE", "HOLD", "FIX"))
                .body("usualRules.rule", hasItems("LAST_WEEK", "LAST_30_DAYS"))
                .body("calibration.meanPredictiveProbability", everyItem(notNullValue()))
                .body("predictive.brierScore", greaterThan(0f))
                .body("predictive.logScore", greaterThan(0f))
                .body("predictive.effectiveDecisions", greaterThan(1f))
                .body("predictive.calibration.metTarget", everyItem(notNullValue()))
                .body("byDealRecords.fromWeeks", contains(0, 10))
                .body("items.predictiveProbability", everyItem(notNullValue()))
                .body("note", containsString("are not independent"))
                .body("items", hasSize(3))
                .body("truncated", equalTo(true));
        for (String wrong : List.of("weeks=105", "weeks=0", "outcomeWeeks=53", "sort=roi")) {
            loaded().get("/recommendations/track-record?" + wrong)
                    .then()
                    .statusCode(400)
                    .body("errors[0].parameter", equalTo(wrong.substring(0, wrong.indexOf('='))));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "scaleProbability=0.4, scaleProbability",
        "scaleProbability=0.6, scaleEndProbability",
        "scaleEndProbability=0.95, scaleEndProbability",
        "leaveOutProbability=often, leaveOutProbability",
        "leaveOutProbability=0.91, leaveOutProbability",
        "fixProbability=0.5, leaveOutProbability",
        "fixProbability=1, fixProbability",
        "fixMaturity=-0.1, fixMaturity",
        "minimumDeals=0, minimumDeals",
        "minimumCycles=13, minimumCycles",
        "minimumDeals=20&minimumDeals=30, minimumDeals",
        "falseDiscoveryRate=0.1, falseDiscoveryRate",
        "maximumVolumeSpread=0.04, maximumVolumeSpread",
        "maximumVolumeSpread=2.1, maximumVolumeSpread",
    })
    void whenAThresholdIsOutOfItsBounds_thenTheAnswerNamesIt(String query, String parameter) {
        loaded().get("/recommendations?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo(parameter));
    }

    @Test
    void when_asked_for_the_weak_link_then_poor_follow_up_is_found() {
        Map<String, Map<String, Object>> items = byProduct(get("/diagnoses?groupBy=product&" + AS_OF), "items");

        String product = market.truth()
                .withStory(Story.POOR_FOLLOW_UP)
                .get(0)
                .parameters()
                .name();
        assertEquals("SALES_AND_SERVICE", items.get(product).get("bottleneck"));
        assertEquals("sales and service", items.get(product).get("owner"));
        String sentence = (String) items.get(product).get("sentence");
        assertTrue(sentence.contains("First answers take"), sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-07-14", "2026-03-31"})
    void whenAskedForResponseTimes_thenTheyAreOfTheAnswersKnownOnThatDay(String day) {
        LocalDate asOf = LocalDate.parse(day);
        Map<String, Map<String, Object>> items = byProduct(get("/diagnoses?groupBy=product&asOf=" + day), "items");

        MarketReading reading = new MarketReading(market);
        Map<String, List<DemoInquiry>> inquiries = market.inquiries().stream()
                .filter(DemoInquiry::valid)
                .filter(inquiry -> !MarketReading.day(inquiry).isAfter(asOf)
                        && MarketReading.day(inquiry).isAfter(asOf.minusDays(730)))
                .collect(Collectors.groupingBy(
                        inquiry -> reading.campaignOf(inquiry).product()));
        assertEquals(inquiries.keySet(), items.keySet());
        inquiries.forEach((product, received) -> {
            double[] logs = received.stream()
                    .filter(inquiry -> inquiry.firstRespondedAt() != null
                            && !inquiry.firstRespondedAt().toLocalDate().isAfter(asOf))
                    .mapToDouble(inquiry -> Math.log(Math.max(
                                    60,
                                    Duration.between(inquiry.receivedAt(), inquiry.firstRespondedAt())
                                            .toSeconds())
                            / 3600.0))
                    .toArray();
            Map<?, ?> times = (Map<?, ?>) items.get(product).get("responseTime");
            assertEquals(
                    (double) logs.length / received.size(), ((Number) times.get("knownShare")).doubleValue(), 1e-5);
            double typical = Math.exp(DoubleStream.of(logs).average().orElseThrow());
            assertEquals(1, ((Number) times.get("typicalHours")).doubleValue() / typical, 1e-4, product);
        });
    }

    @Test
    void when_asked_for_metrics_then_matured_conversion_is_near_the_truth_and_counts_are_exact() {
        JsonPath answer = get("/metrics?groupBy=product&from=2025-01-01&to=2026-07-14&" + AS_OF);
        Map<String, Map<String, Object>> segments = byProduct(answer, "segments");

        long valid = market.inquiries().stream().filter(DemoInquiry::valid).count();
        assertEquals(valid, answer.getLong("total.inquiries"));
        assertEquals(market.inquiries().size() - valid, answer.getLong("total.invalidInquiries"));
        BigDecimal spend = market.spend().stream().map(DemoSpend::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(spend.doubleValue(), answer.getDouble("total.spend"), 0.005);

        long covered = segments.entrySet().stream()
                .filter(segment -> {
                    double truth =
                            market.truth().product(segment.getKey()).economics().conversionByHorizon();
                    Map<?, ?> rate = (Map<?, ?>) ((Map<?, ?>) segment.getValue().get("conversionRate")).get("matured");
                    return ((Number) rate.get("low")).doubleValue() <= truth
                            && truth <= ((Number) rate.get("high")).doubleValue();
                })
                .count();
        assertTrue(covered >= 9, "90 % intervals of 12 products that hold the truth: " + covered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "groupBy=product&", "groupBy=category,channel&", "groupBy=store&product=Valve body&"})
    void when_asked_without_a_window_then_all_answers_show_the_same_figures_of_a_segment(String asked) {
        String query = "?" + asked + AS_OF;
        JsonPath metrics = get("/metrics" + query);
        JsonPath stability = get("/stability" + query);
        Map<Object, Map<String, Object>> recommendations = bySegment(get("/recommendations" + query), "items");
        Map<Object, Map<String, Object>> diagnoses = bySegment(get("/diagnoses" + query), "items");
        Map<Object, Map<String, Object>> segments = bySegment(metrics, "segments");
        Map<Object, Map<String, Object>> charts = bySegment(stability, "segments");
        if (asked.isEmpty()) {
            segments = Map.of(Map.of(), metrics.getMap("total"));
            charts = Map.of(Map.of(), stability.getMap("total"));
        }

        assertEquals(metrics.getString("from"), stability.getString("from"));
        assertEquals(metrics.getString("from"), get("/diagnoses" + query).getString("from"));
        assertEquals(segments.keySet(), recommendations.keySet());
        assertEquals(segments.keySet(), diagnoses.keySet());
        for (Object segment : segments.keySet()) {
            JsonPath figures = json(segments.get(segment));
            JsonPath advice = json(recommendations.get(segment));
            JsonPath diagnosis = json(diagnoses.get(segment));
            JsonPath chart = json(charts.get(segment));
            assertEquals(metrics.getString("from"), advice.getString("evidence.from"));
            SAME_AS_IN_METRICS.forEach((figure, path) -> assertEquals(
                    withoutNote(figures.get(figure)), withoutNote(advice.get(path)), segment + " " + figure));
            FACTORS.forEach((factor, figure) -> {
                if (diagnosis.get("factors." + factor) != null) {
                    assertEquals(
                            figures.getDouble(figure),
                            diagnosis.getDouble("factors." + factor + ".value"),
                            1e-5 * figures.getDouble(figure),
                            segment + " " + factor);
                }
            });
            assertEquals(diagnosis.getString("bottleneck"), advice.getString("bottleneck"), segment.toString());
            assertEquals(chart.getString("verdict"), advice.getString("evidence.stability.volume.verdict"));
            assertEquals(chart.<Object>get("volumeSpread"), advice.<Object>get("evidence.stability.volumeSpread"));
            assertEquals(chart.getInt("cycleWeeks"), advice.getInt("evidence.cycleWeeks"));
        }
    }

    /** Of metrics it may explain what stands beside the figure there. */
    private static Object withoutNote(Object figure) {
        if (!(figure instanceof Map<?, ?> estimate)) {
            return figure;
        }
        Map<Object, Object> bare = new HashMap<>(estimate);
        bare.remove("note");
        return bare;
    }

    /** Where a recommendation shows what metrics show; its deals are those within the horizon. */
    private static final Map<String, String> SAME_AS_IN_METRICS = Map.ofEntries(
            Map.entry("costBasis", "evidence.costBasis"),
            Map.entry("inquiries", "evidence.inquiries"),
            Map.entry("spend", "evidence.spend"),
            Map.entry("costPerInquiry", "evidence.costPerInquiry"),
            Map.entry("conversionRate.matured", "evidence.conversionRate"),
            Map.entry("conversionRate.maturity", "evidence.maturity"),
            Map.entry("marginPerInquiry", "evidence.marginPerInquiry"),
            Map.entry("maxAffordableCostPerInquiry", "evidence.maxAffordableCostPerInquiry"),
            Map.entry("roi.projected", "evidence.projectedRoi"),
            Map.entry("largestDealShare", "evidence.largestDealShare"),
            Map.entry("stability.volume", "evidence.stability.volume"),
            Map.entry("stability.cost", "evidence.stability.cost"));

    /** What each factor of a diagnosis is in metrics. */
    private static final Map<String, String> FACTORS = Map.of(
            "costPerInquiry", "costPerInquiry.estimate",
            "conversionRate", "conversionRate.matured.estimate",
            "marginPerDeal", "marginPerDeal.estimate",
            "volume", "inquiriesPerDay.estimate");

    private static Map<Object, Map<String, Object>> bySegment(JsonPath answer, String list) {
        return answer.<Map<String, Object>>getList(list).stream()
                .collect(Collectors.toMap(item -> item.get("segment"), item -> item));
    }

    private JsonPath json(Map<String, Object> item) {
        return JsonPath.from(line(item))
                .using(JsonPathConfig.jsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.DOUBLE));
    }

    @Test
    void when_asked_over_time_then_buckets_sum_to_the_window() {
        String window = "from=2026-01-05&to=2026-06-28&" + AS_OF;
        JsonPath whole = get("/metrics?" + window);
        for (String interval : List.of("day", "week", "month")) {
            JsonPath series = get("/metrics/series?interval=" + interval + "&" + window);
            List<Number> inquiries = series.getList("total.buckets.inquiries");
            List<Number> deals = series.getList("total.buckets.deals");
            assertEquals(whole.getLong("total.inquiries"), sum(inquiries), interval);
            assertEquals(whole.getLong("total.deals"), sum(deals), interval);
        }
        JsonPath cohorts = get("/cohorts?interval=month&groupBy=store&" + window);
        assertEquals(whole.getLong("total.inquiries"), sum(cohorts.getList("total.cohorts.inquiries")));
    }

    private static long sum(List<Number> counts) {
        return counts.stream().mapToLong(Number::longValue).sum();
    }

    @Test
    void when_asked_for_the_chart_then_the_holiday_is_seen_but_ends_no_products_stability() {
        JsonPath answer = get("/stability?metric=volume&groupBy=product&" + AS_OF);
        List<String> verdicts = answer.getList("segments.verdict");

        assertEquals(12, verdicts.size());
        assertTrue(verdicts.stream().filter("STABLE"::equals).count() >= 10, verdicts.toString());
        assertEquals(Set.of("FORESEEABLE"), Set.copyOf(answer.<String>getList("segments.volumeSpread.verdict")));
        assertEquals("FORESEEABLE", answer.getString("total.volumeSpread.verdict"));
        assertEquals(0.2, answer.getDouble("total.volumeSpread.maximum"));
        assertTrue(answer.getDouble("total.volumeSpread.spread.high") < 0.2, answer.getString("total.volumeSpread"));
    }

    @Test
    void when_the_maximum_of_the_spread_is_set_then_the_chart_and_the_recommendations_go_by_it() {
        TestWorkspace own = TestWorkspace.create("UTC");
        own.admin()
                .body(Map.of("policy", Map.of("maximumVolumeSpread", 0.35)))
                .patch("/api/v1/workspace")
                .then()
                .statusCode(200)
                .body("policy.maximumVolumeSpread", equalTo(0.35f));

        own.admin()
                .get("/api/v1/stability")
                .then()
                .statusCode(200)
                .body("total.volumeSpread.maximum", equalTo(0.35f))
                .body("total.volumeSpread.verdict", equalTo("INSUFFICIENT"))
                .body("total.volumeSpread.spread.note", equalTo("Complete weeks with activity: 0; 8 are needed."));
        own.admin()
                .get("/api/v1/recommendations?maximumVolumeSpread=0.5")
                .then()
                .statusCode(200)
                .body("policy.maximumVolumeSpread", equalTo(0.5f));
    }

    @Test
    void every_member_of_a_recommendation_is_there_even_where_nothing_is_known() {
        loaded().get("/recommendations?groupBy=product,store&" + AS_OF)
                .then()
                .statusCode(200)
                .body("items", not(hasSize(0)))
                .body("items.action", everyItem(not(nullValue())))
                .body("items.nextReview", everyItem(not(nullValue())))
                .body("items[0]", hasKey("probabilityOfTarget"))
                .body("items[0]", hasKey("needed"))
                .body("items[0]", hasKey("bottleneck"));
    }

    @Test
    void a_past_day_is_answered_the_same_whatever_came_later() {
        String past = "/recommendations?groupBy=product&asOf=2026-03-31";
        String before = loaded().get(past).then().statusCode(200).extract().asString();
        loaded().post(
                        "/inquiries",
                        "{\"externalId\":\"late\",\"campaignExternalId\":\""
                                + market.campaigns().get(0).externalId()
                                + "\",\"receivedAt\":\"2026-07-15T09:00:00Z\"}");

        assertEquals(before, loaded().get(past).then().extract().asString());
    }
}
