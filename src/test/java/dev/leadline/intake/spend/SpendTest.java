package dev.leadline.intake.spend;

import static dev.leadline.intake.Examples.campaign;
import static dev.leadline.intake.Examples.quoted;
import static dev.leadline.intake.Examples.spend;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Spend through the running service. */
@QuarkusTest
class SpendTest {

    private TestWorkspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = TestWorkspace.create();
    }

    @Test
    void when_a_day_is_posted_then_it_is_stored() {
        String campaignId = workspace.create("/campaigns", campaign("g1").json());
        workspace
                .post("/spend", spend("g1", "2025-03-01").json())
                .then()
                .statusCode(201)
                .header("Location", nullValue());
        workspace
                .get("/spend")
                .then()
                .body("items[0].campaignId", equalTo(campaignId))
                .body("items[0].day", equalTo("2025-03-01"))
                .body("items[0].amount", equalTo(184.35f))
                .body("items[0].impressions", equalTo(5200))
                .body("items[0].clicks", equalTo(96))
                .body("items[0].region", nullValue());
    }

    @Test
    void given_a_stored_day_when_it_is_stated_anew_then_it_is_replaced() {
        workspace.post("/spend", spend("g1", "2025-03-01").json()).then().statusCode(201);
        workspace.post("/spend", spend("g1", "2025-03-01").json()).then().statusCode(200);
        workspace
                .post(
                        "/spend",
                        spend("g1", "2025-03-01")
                                .with("amount", "190")
                                .without("clicks")
                                .json())
                .then()
                .statusCode(200)
                .body("amount", equalTo(190))
                .body("clicks", nullValue());
        assertEquals(1, workspace.count("/spend"));
    }

    @Test
    void given_a_cost_per_region_when_posted_then_it_is_a_day_of_its_own() {
        workspace.post("/spend", spend("g1", "2025-03-01").json()).then().statusCode(201);
        workspace
                .post(
                        "/spend",
                        spend("g1", "2025-03-01").with("region", "\"Jiangsu\"").json())
                .then()
                .statusCode(201)
                .body("region", equalTo("Jiangsu"));
        assertEquals(2, workspace.count("/spend"));
    }

    @Test
    void given_an_unknown_campaign_when_spend_names_it_by_external_id_then_it_is_discovered() {
        workspace.post("/spend", spend("g7", "2025-03-01").json()).then().statusCode(201);
        workspace.get("/campaigns").then().body("items[0].status", equalTo("DISCOVERED"));
    }

    @Test
    void given_an_unknown_campaign_when_spend_names_it_by_id_then_it_is_refused() {
        workspace
                .post(
                        "/spend",
                        spend("g7", "2025-03-01")
                                .without("campaignExternalId")
                                .with("campaignId", quoted("019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5a6b"))
                                .json())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/campaignId"));
    }

    @Test
    void given_many_days_when_stated_again_with_one_more_and_one_changed_then_only_these_are_stored() {
        List<String> days = IntStream.range(0, 150)
                .mapToObj(day -> LocalDate.of(2025, 3, 1).plusDays(day).toString())
                .toList();
        workspace
                .post(
                        "/spend/batch",
                        days.stream()
                                .map(day -> spend("g1", day).json())
                                .toList()
                                .toString())
                .then()
                .statusCode(207)
                .body("created", equalTo(150));

        String again = IntStream.rangeClosed(0, 150)
                .mapToObj(day -> spend(
                                "g1", LocalDate.of(2025, 3, 1).plusDays(day).toString())
                        .with("amount", day == 70 ? "1" : "184.35")
                        .json())
                .toList()
                .toString();
        workspace
                .post("/spend/batch", again)
                .then()
                .statusCode(207)
                .body("created", equalTo(1))
                .body("updated", equalTo(1))
                .body("unchanged", equalTo(149));
        workspace.get("/spend?from=2025-05-10&to=2025-05-10").then().body("items.amount", equalTo(List.of(1)));
    }

    @Test
    void when_listed_then_the_latest_day_comes_first_and_filters_hold() {
        for (String day : List.of("2025-03-02", "2025-03-01", "2025-03-03")) {
            workspace.post("/spend", spend("g1", day).json()).then().statusCode(201);
        }
        workspace.post("/spend", spend("g2", "2025-03-02").json()).then().statusCode(201);
        String id = workspace.get("/campaigns?externalId=g1").path("items[0].id");
        workspace
                .get("/spend?campaignId=" + id)
                .then()
                .body("items.day", equalTo(List.of("2025-03-03", "2025-03-02", "2025-03-01")));
        workspace
                .get("/spend?from=2025-03-02&to=2025-03-02&campaignId=" + id)
                .then()
                .body("items.day", equalTo(List.of("2025-03-02")));
    }
}
