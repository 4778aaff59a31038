package dev.leadline.intake.deal;

import static dev.leadline.intake.Examples.deal;
import static dev.leadline.intake.Examples.inquiry;
import static dev.leadline.intake.Examples.quoted;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.leadline.testing.Fields;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a deal is given back, and from when on. The deal: closed on 2 April 2025, revenue 1000, margin 350. */
@QuarkusTest
class RefundTest {

    private TestWorkspace workspace;

    @BeforeEach
    void makeInquiry() {
        workspace = TestWorkspace.create();
        workspace.create("/inquiries", inquiry("i1").json());
    }

    @Test
    void given_a_deal_of_which_a_part_was_refunded_then_it_comes_off_from_that_day_on_and_past_days_stay() {
        String id = workspace.create("/deals", deal("d1", "i1").json());
        assertSums("2025-05-20", 1000, 350);

        workspace
                .patch("/deals/" + id, """
                        {"refunded": 120.5, "refundedAt": "2025-05-10T08:00:00Z"}""")
                .then()
                .statusCode(200)
                .body("revenue", equalTo(1000), "margin", equalTo(350), "refunded", equalTo(120.5f))
                .body("refundedDay", equalTo("2025-05-10"), "status", equalTo("WON"));

        assertSums("2025-05-09", 1000, 350);
        assertSums("2025-05-10", 879.5f, 229.5f);
        assertSums("2025-05-20", 879.5f, 229.5f);
    }

    @Test
    void given_a_deal_posted_with_its_refund_then_it_counts_like_one_that_was_patched() {
        Fields refunded = deal("d1", "i1").with("refunded", "1000").with("refundedAt", quoted("2025-05-10T08:00:00Z"));
        workspace.post("/deals/batch", "[" + refunded.json() + "]").then().body("created", equalTo(1));
        workspace.post("/deals", refunded.json()).then().statusCode(200).body("refundedDay", equalTo("2025-05-10"));
        assertSums("2025-05-09", 1000, 350);
        assertSums("2025-05-10", 0, -650);
    }

    @Test
    void given_a_refund_on_the_day_of_its_deal_of_which_the_day_alone_is_known_then_it_is_taken() {
        Fields refunded = deal("d1", "i1")
                .with("closedAt", quoted("2025-04-02T21:30:00Z"))
                .with("refunded", "12.00004")
                .with("refundedAt", quoted("2025-04-02"));
        workspace
                .post("/deals/batch", "[" + refunded.json() + "]")
                .then()
                .body("created", equalTo(1), "rounded", equalTo(1));
        workspace
                .post("/deals", refunded.json())
                .then()
                .statusCode(200)
                .body("refundedDay", equalTo("2025-04-02"), "refunded", equalTo(12));
    }

    @Test
    void given_a_refund_without_a_time_then_it_is_dated_when_its_amount_is_set_and_goes_with_it() {
        String id = workspace.create("/deals", deal("d1", "i1").json());
        String old = "\"refundedAt\": \"2025-05-10T08:00:00Z\"";
        workspace
                .patch("/deals/" + id, "{\"refunded\": 100, " + old + "}")
                .then()
                .statusCode(200);
        workspace
                .patch("/deals/" + id, "{\"refunded\": 100.0, \"margin\": 340}")
                .then()
                .body("refundedDay", equalTo("2025-05-10"));
        String today = workspace.patch("/deals/" + id, "{\"refunded\": 200}").path("refundedDay");
        workspace.get("/deals/" + id).then().body("refundedDay", equalTo(today), "refundedAt", notNullValue());
        assertSums("2025-05-20", 1000, 340);
        workspace
                .patch("/deals/" + id, "{\"refunded\": null}")
                .then()
                .statusCode(200)
                .body("refunded", nullValue(), "refundedAt", nullValue(), "refundedDay", nullValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"refunded": 1000.01}                                             | /refunded
            {"refunded": -1}                                                  | /refunded
            {"refunded": 500, "revenue": 400}                                 | /refunded
            {"refundedAt": "2025-05-10T08:00:00Z"}                            | /refundedAt
            {"refunded": 10, "refundedAt": "2025-04-02T09:29:59Z"}            | /refundedAt
            """)
    void givenARefundThatCannotBe_whenPatchedOrPosted_thenTheFieldIsNamed(String change, String pointer) {
        String id = workspace.create("/deals", deal("d1", "i1").json());
        workspace.patch("/deals/" + id, change).then().statusCode(422).body("errors.pointer", contains(pointer));
        String others = deal("d2", "i1").without("revenue").json();
        String row = others.substring(0, others.length() - 1)
                + (change.contains("revenue") ? "" : ", \"revenue\": 1000") + ", " + change.substring(1);
        workspace.post("/deals", row).then().statusCode(422).body("errors.pointer", contains(pointer));
        workspace
                .post("/deals/batch", List.of(row).toString())
                .then()
                .body("rejected", equalTo(1))
                .body("problems[0].problem.errors.pointer", contains(pointer));
    }

    private void assertSums(String asOf, float revenue, float margin) {
        workspace
                .get("/metrics?from=2025-01-01&asOf=" + asOf)
                .then()
                .statusCode(200)
                .body("total.deals", equalTo(1))
                .body("total.revenue.floatValue()", equalTo(revenue))
                .body("total.margin.floatValue()", equalTo(margin));
    }
}
