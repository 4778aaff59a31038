package dev.leadline.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may write and read records, and that no workspace reaches into another. */
@QuarkusTest
class AccessTest {

    private static final String SOME_ID = "/019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5a6b";

    @ParameterizedTest
    @ValueSource(strings = {"campaigns", "spend", "inquiries", "deals"})
    void givenNoKeyOrAWrongOne_whenCalled_thenNobodyIsLetIn(String kind) {
        String path = "/api/v1/" + kind;
        for (String key : List.of("", "Bearer nonsense")) {
            var request = given().header("Authorization", key).contentType(ContentType.JSON);
            request.get(path).then().statusCode(401).contentType("application/problem+json");
            request.body("{}").post(path).then().statusCode(401);
            request.body("[]").post(path + "/batch").then().statusCode(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"campaigns", "spend", "inquiries", "deals"})
    void givenAKeyOfTheWrongRole_whenCalled_thenItIsForbidden(String kind) {
        TestWorkspace workspace = TestWorkspace.create();
        String path = "/api/v1/" + kind;
        workspace.integration().get(path).then().statusCode(403).contentType("application/problem+json");
        workspace.analyst().body("{}").post(path).then().statusCode(403);
        workspace.analyst().body("[]").post(path + "/batch").then().statusCode(403);
        workspace.admin().get(path).then().statusCode(200);
        workspace.admin().body("[]").post(path + "/batch").then().statusCode(207);
    }

    @ParameterizedTest
    @ValueSource(strings = {"campaigns", "inquiries", "deals"})
    void givenAKeyOfTheWrongRole_whenASingleRecordIsCalled_thenItIsForbidden(String kind) {
        TestWorkspace workspace = TestWorkspace.create();
        workspace.integration().get("/api/v1/" + kind + SOME_ID).then().statusCode(403);
        workspace.analyst().body("{}").patch("/api/v1/" + kind + SOME_ID).then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"campaigns", "inquiries", "deals"})
    void givenAnIdThatIsNone_whenCalled_thenItIsNotFound(String kind) {
        TestWorkspace workspace = TestWorkspace.create();
        for (String id : List.of(SOME_ID, "/5", "/%00", "/019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5a6b0")) {
            String path = "/api/v1/" + kind + id;
            workspace
                    .analyst()
                    .urlEncodingEnabled(false)
                    .get(path)
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
            workspace
                    .integration()
                    .urlEncodingEnabled(false)
                    .body("{}")
                    .patch(path)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void given_records_of_a_workspace_when_another_calls_for_them_then_they_are_not_there() {
        TestWorkspace owner = TestWorkspace.create();
        TestWorkspace other = TestWorkspace.create();
        String campaignId =
                owner.create("/campaigns", Examples.campaign("gads-1").json());
        String inquiryId = owner.create("/inquiries", Examples.inquiry("i1").json());
        String dealId = owner.create("/deals", Examples.deal("d1", "i1").json());
        owner.post("/spend", Examples.spend("gads-1", "2025-03-01").json())
                .then()
                .statusCode(201);

        for (String path : List.of("/campaigns/" + campaignId, "/inquiries/" + inquiryId, "/deals/" + dealId)) {
            other.get(path).then().statusCode(404);
            other.patch(path, "{}").then().statusCode(404);
            owner.get(path).then().statusCode(200);
        }
        for (String path : List.of("/campaigns", "/spend", "/inquiries", "/deals")) {
            other.get(path).then().statusCode(200).body("items", hasSize(0));
            owner.get(path).then().statusCode(200).body("items", hasSize(1));
        }
        String ownedCampaign = Examples.quoted(campaignId);
        other.post(
                        "/inquiries",
                        Examples.inquiry("i2")
                                .without("campaignExternalId")
                                .with("campaignId", ownedCampaign)
                                .json())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/campaignId"));
        other.post(
                        "/spend",
                        Examples.spend("", "2025-03-01")
                                .without("campaignExternalId")
                                .with("campaignId", ownedCampaign)
                                .json())
                .then()
                .statusCode(422);
        other.post("/deals", Examples.deal("d2", "i1").json()).then().statusCode(422);
        String othersInquiry = other.create("/inquiries", Examples.inquiry("i1").json());
        other.patch("/inquiries/" + othersInquiry, "{\"campaignId\": " + ownedCampaign + "}")
                .then()
                .statusCode(422);
    }
}
