package dev.leadline.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadline.testing.AtOnce;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many clients at once. */
@QuarkusTest
class ConcurrencyTest {

    private static final int CLIENTS = 16;

    @Test
    void given_identical_posts_when_made_at_once_then_one_record_is_stored() throws Exception {
        TestWorkspace workspace = TestWorkspace.create();
        workspace.create("/inquiries", Examples.inquiry("i0").json());
        Map<String, String> bodies = Map.of(
                "/campaigns", Examples.campaign("g1").json(),
                "/inquiries",
                        Examples.inquiry("i1")
                                .with("campaignExternalId", "\"new\"")
                                .json(),
                "/deals", Examples.deal("d1", "i0").json());
        for (Map.Entry<String, String> body : bodies.entrySet()) {
            List<Response> answers = AtOnce.call(CLIENTS, i -> workspace.post(body.getKey(), body.getValue()));
            Map<Integer, Integer> statuses = new HashMap<>();
            Set<String> ids = new HashSet<>();
            for (Response answer : answers) {
                statuses.merge(answer.statusCode(), 1, Integer::sum);
                ids.add(answer.path("id"));
            }
            assertEquals(Map.of(201, 1, 200, CLIENTS - 1), statuses, body.getKey());
            assertEquals(1, ids.size(), body.getKey());
        }
    }

    @Test
    void given_good_and_bad_posts_of_two_workspaces_when_made_at_once_then_each_is_answered_by_itself()
            throws Exception {
        List<TestWorkspace> workspaces = List.of(TestWorkspace.create(), TestWorkspace.create());
        workspaces.get(0).create("/inquiries", Examples.inquiry("i0").json());
        String unknown = "\"00000000-0000-4000-8000-000000000000\"";
        List<Response> answers = AtOnce.call(2 * CLIENTS, i -> {
            var inquiry = Examples.inquiry("i" + i / 2).with("region", "\"R" + i + "\"");
            return workspaces
                    .get(i % 2)
                    .post(
                            "/inquiries",
                            (i % 8 < 6
                                            ? inquiry
                                            : inquiry.without("campaignExternalId")
                                                    .with("campaignId", unknown))
                                    .json());
        });
        for (int i = 0; i < answers.size(); i++) {
            Response answer = answers.get(i);
            if (i % 8 >= 6) {
                assertEquals(422, answer.statusCode());
                assertEquals("/campaignId", answer.path("errors[0].pointer"));
            } else if (i == 0) {
                assertEquals(409, answer.statusCode());
            } else {
                assertEquals(201, answer.statusCode());
                assertEquals("i" + i / 2, answer.path("externalId"));
                assertEquals("R" + i, answer.path("region"));
            }
        }
        assertEquals(12, workspaces.get(0).count("/inquiries"));
        assertEquals(12, workspaces.get(1).count("/inquiries"));
    }

    @Test
    void given_the_same_spend_when_stated_at_once_then_one_day_is_stored() throws Exception {
        TestWorkspace workspace = TestWorkspace.create();
        String body = Examples.spend("g1", "2025-03-01").json();
        for (Response answer : AtOnce.call(CLIENTS, i -> workspace.post("/spend", body))) {
            assertEquals(2, answer.statusCode() / 100);
        }
        assertEquals(1, workspace.count("/spend"));
        assertEquals(1, workspace.count("/campaigns"));
    }

    @Test
    void given_patches_of_different_fields_when_made_at_once_then_none_is_lost() throws Exception {
        TestWorkspace workspace = TestWorkspace.create();
        String id = workspace.create("/campaigns", Examples.campaign("g1").json());
        List<String> fields =
                List.of("name", "channel", "store", "product", "category", "priceTier", "region", "industry");
        AtOnce.call(CLIENTS, i -> workspace.patch("/campaigns/" + id, "{\"" + fields.get(i % 8) + "\": \"changed\"}"));
        Response campaign = workspace.get("/campaigns/" + id);
        for (String field : fields) {
            assertEquals("changed", campaign.path(field), field);
        }
    }

    @Test
    void given_overlapping_batches_in_opposite_orders_when_posted_at_once_then_all_are_stored_once() throws Exception {
        TestWorkspace workspace = TestWorkspace.create();
        List<String> lines = new ArrayList<>(IntStream.range(0, 500)
                .mapToObj(i -> Examples.inquiry("i" + i)
                        .with("campaignExternalId", "\"g" + i % 50 + "\"")
                        .json())
                .toList());
        List<String> backwards = new ArrayList<>(lines);
        Collections.reverse(backwards);
        int created = 0;
        for (Response answer :
                AtOnce.call(CLIENTS, i -> workspace.postLines("/inquiries/batch", i % 2 == 0 ? lines : backwards))) {
            assertEquals(207, answer.statusCode());
            assertEquals(0, answer.<Integer>path("rejected"));
            created += answer.<Integer>path("created");
        }
        assertEquals(500, created);
    }

    @Test
    void given_a_deal_and_its_inquiry_when_both_are_patched_at_once_then_neither_fails() throws Exception {
        TestWorkspace workspace = TestWorkspace.create();
        String inquiryId = workspace.create("/inquiries", Examples.inquiry("i1").json());
        String dealId = workspace.create("/deals", Examples.deal("d1", "i1").json());
        List<Response> answers = AtOnce.call(
                CLIENTS,
                i -> i % 2 == 0
                        ? workspace.patch("/inquiries/" + inquiryId, "{\"region\": \"R" + i + "\"}")
                        : workspace.patch("/deals/" + dealId, "{\"revenue\": " + i + "}"));
        for (Response answer : answers) {
            assertEquals(200, answer.statusCode());
        }
    }
}
