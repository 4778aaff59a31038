package dev.leadline.intake.repetition;

import static org.hamcrest.Matchers.equalTo;

import dev.leadline.intake.Examples;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a repeated record is answered does not rest on what the database says of an insert by itself. */
@QuarkusTest
@TestProfile(SentRowsProfile.class)
class SentRowsTest {

    private static final String OTHER_REGION = "\"Hesse\"";

    private TestWorkspace workspace;

    @BeforeEach
    void make() {
        workspace = TestWorkspace.create();
    }

    @Test
    void given_a_stored_inquiry_when_repeated_then_it_is_the_stored_one_that_is_shown() {
        String id = workspace.create("/inquiries", Examples.inquiry("i1").json());

        workspace
                .post("/inquiries", Examples.inquiry("i1").json())
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
        workspace
                .post(
                        "/inquiries",
                        Examples.inquiry("i1").with("region", OTHER_REGION).json())
                .then()
                .statusCode(409)
                .body("existingId", equalTo(id));
    }

    @Test
    void given_a_stored_deal_when_posted_with_other_content_then_it_is_a_conflict() {
        workspace.create("/inquiries", Examples.inquiry("i1").json());
        String id = workspace.create("/deals", Examples.deal("d1", "i1").json());

        workspace
                .post(
                        "/deals",
                        Examples.deal("d1", "i1").with("revenue", "2000").json())
                .then()
                .statusCode(409)
                .body("existingId", equalTo(id));
        workspace.get("/deals/" + id).then().body("revenue", equalTo(1000));
    }

    @Test
    void given_a_stored_campaign_when_repeated_then_it_is_the_stored_one_that_is_shown() {
        String id = workspace.create("/campaigns", Examples.campaign("c1").json());

        workspace
                .post("/campaigns", Examples.campaign("c1").json())
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
    }

    @ParameterizedTest
    @CsvSource({"array", "lines"})
    void givenStoredRows_whenABatchRepeatsThemAndSaysOtherThings_thenEachRowIsToldApart(String form) {
        workspace.create("/campaigns", Examples.campaign("gads-1").json());
        for (String kind : List.of("inquiries", "deals")) {
            batch(form, kind, row(kind, "1"), row(kind, "2")).body("created", equalTo(2));

            batch(form, kind, row(kind, "1"), other(kind, "2"), row(kind, "3"))
                    .body("created", equalTo(1), "unchanged", equalTo(1), "rejected", equalTo(1))
                    .body("problems[0].index", equalTo(1), "problems[0].problem.status", equalTo(409));
        }
        String day = Examples.spend("gads-1", "2025-03-10").json();
        batch(form, "spend", day).body("created", equalTo(1));
        batch(form, "spend", day, Examples.spend("gads-1", "2025-03-11").json())
                .body("created", equalTo(1), "unchanged", equalTo(1));
    }

    private ValidatableResponse batch(String form, String kind, String... rows) {
        String path = "/" + kind + "/batch";
        return (form.equals("array")
                        ? workspace.post(path, "[" + String.join(",", rows) + "]")
                        : workspace.postLines(path, List.of(rows)))
                .then()
                .statusCode(207);
    }

    private static String row(String kind, String id) {
        return kind.equals("deals")
                ? Examples.deal("d" + id, "i" + id).json()
                : Examples.inquiry("i" + id).json();
    }

    private static String other(String kind, String id) {
        return kind.equals("deals")
                ? Examples.deal("d" + id, "i" + id).with("revenue", "2000").json()
                : Examples.inquiry("i" + id).with("region", OTHER_REGION).json();
    }
}
