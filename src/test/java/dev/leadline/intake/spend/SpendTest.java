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
    void whenADayIsPosted_thenItIsStored() {
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
    void givenAStoredDay_whenItIsStatedAnew_thenItIsReplaced() {
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
    void givenACostPerRegion_whenPosted_thenItIsADayOfItsOwn() {
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
    void givenAnUnknownCampaign_whenSpendNamesItByExternalId_thenItIsDiscovered() {
        workspace.post("/spend", spend("g7", "2025-03-01").json()).then().statusCode(201);
        workspace.get("/campaigns").then().body("items[0].status", equalTo("DISCOVERED"));
    }

    @Test
    void givenAnUnknownCampaign_whenSpendNamesItById_thenItIsRefused() {
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
    void givenOneKeyManyTimesInABatch_whenStored_thenTheLastRowStays() {
        List<String> amounts = List.of("5", "6", "6", "7");
        String rows = amounts.stream()
                .map(amount -> spend("g1", "2025-03-01").with("amount", amount).json())
                .toList()
                .toString();
        workspace
                .post("/spend/batch", rows)
                .then()
                .statusCode(207)
                .body("created", equalTo(1))
                .body("updated", equalTo(2))
                .body("unchanged", equalTo(1));
        workspace.get("/spend").then().body("items.amount", equalTo(List.of(7)));
    }

    @Test
    void givenManyDays_whenStatedAgainWithOneMoreAndOneChanged_thenOnlyTheseAreStored() {
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
    void whenListed_thenTheLatestDayComesFirstAndFiltersHold() {
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
