package dev.leadline.intake;

import static dev.leadline.intake.Examples.campaign;
import static dev.leadline.intake.Examples.deal;
import static dev.leadline.intake.Examples.inquiry;
import static dev.leadline.intake.Examples.quoted;
import static dev.leadline.testing.Problems.assertProblem;
import static dev.leadline.testing.Problems.assertProblemAt;
import static dev.leadline.testing.Problems.assertProblemOf;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadline.testing.Fields;
import dev.leadline.testing.TableState;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that are read, stored and changed by the ids that other systems give them. */
@QuarkusTest
class ByExternalIdTest {

    private static final String BY_EXTERNAL_ID = "/by-external-id/{externalId}";

    /** A kind of record, one of it, and a change. */
    enum Kind {
        CAMPAIGN("/campaigns", campaign("k1"), "channel", "\"linkedin\""),
        INQUIRY("/inquiries", inquiry("k1"), "status", quoted("QUALIFIED")),
        DEAL("/deals", deal("k1", "i1"), "revenue", "1200");

        private final String path;
        private final Fields record;
        private final String field;
        private final String other;

        Kind(String path, Fields record, String field, String other) {
            this.path = path;
            this.record = record;
            this.field = field;
            this.other = other;
        }

        String address() {
            return "/api/v1" + path + BY_EXTERNAL_ID;
        }

        String patch() {
            return Fields.of(field, other).json();
        }
    }

    @Inject
    DataSource dataSource;

    private TestWorkspace workspace;

    @BeforeEach
    void makeWorkspaceWithAnInquiry() {
        workspace = TestWorkspace.create();
        workspace.create("/inquiries", inquiry("i1").json());
    }

    @ParameterizedTest
    @EnumSource
    void given_an_integration_then_it_stores_reads_and_changes_its_records_by_its_own_ids(Kind kind) {
        String body = kind.record.json();
        String id = integration()
                .body(body)
                .put(kind.address(), "k1")
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .extract()
                .path("id");
        Object first = workspace.get(kind.path + "/" + id).path(kind.field);
        integration()
                .body(body)
                .put(kind.address(), "k1")
                .then()
                .statusCode(200)
                .header("Location", nullValue())
                .body("id", equalTo(id));

        Object changed = integration()
                .body(kind.patch())
                .patch(kind.address(), "k1")
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .extract()
                .path(kind.field);
        integration().get(kind.address(), "k1").then().statusCode(200).body(kind.field, equalTo(changed));
        integration().body(kind.record.with(kind.field, kind.other).json()).put(kind.address(), "k1");
        workspace.get(kind.path + "/" + id).then().body(kind.field, equalTo(changed));
        if (first != null && kind.record.values().containsKey(kind.field)) {
            integration().body(body).put(kind.address(), "k1").then().body(kind.field, equalTo(first));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025/17",
                "a b",
                "50%",
                "a;b=c",
                "a+b",
                "\u6c5f\u82cf",
                "a?b#c",
                "by-external-id",
                "a:b@c",
                "a\\\\b"
            })
    void given_an_id_of_any_characters_then_it_is_found_by_its_escaped_form(String name) {
        for (Kind kind : Kind.values()) {
            String id = integration()
                    .body(kind.record.with("externalId", quoted(name)).json())
                    .put(kind.address(), name.replace("\\\\", "\\"))
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            integration()
                    .get(kind.address(), name.replace("\\\\", "\\"))
                    .then()
                    .statusCode(200)
                    .body("id", equalTo(id));
        }
    }

    @ParameterizedTest
    @EnumSource
    void given_an_id_of_nobody_then_not_found_and_of_no_text_then_refused(Kind kind) {
        assertProblem(integration().get(kind.address(), "nobody"), 404);
        assertProblem(integration().body(kind.patch()).patch(kind.address(), "nobody"), 404);
        assertProblem(integration().get(kind.address(), " "), 404);
        assertProblemOf(integration().get(kind.address(), "a\u0000b"), 400, "externalId");
    }

    @ParameterizedTest
    @EnumSource
    void given_another_id_in_the_body_or_a_fault_then_it_is_refused_and_nothing_is_stored(Kind kind) {
        TableState before = state();
        assertProblemAt(integration().body(kind.record.json()).put(kind.address(), "k2"), 422, "/externalId");
        assertProblemAt(
                integration().body(kind.record.without("externalId").json()).put(kind.address(), "k1"),
                422,
                "/externalId");
        assertProblem(integration().put(kind.address(), "k1"), 400);
        assertEquals(before, state());
    }

    @ParameterizedTest
    @EnumSource
    void given_a_put_when_it_is_tried_then_nothing_is_stored(Kind kind) {
        TableState before = state();
        integration()
                .body(kind.record.json())
                .put(kind.address() + "?dryRun=true", "k1")
                .then()
                .statusCode(201)
                .body("dryRun", equalTo(true));
        assertEquals(before, state());
    }

    @Test
    void given_inquiries_of_two_sources_with_one_id_then_the_source_tells_them_apart() {
        String ofApi = workspace.create("/inquiries", inquiry("k1").json());
        String address = Kind.INQUIRY.address() + "?source=website";
        Fields record = inquiry("k1").with("source", quoted("website"));
        String ofWebsite = integration()
                .body(record.json())
                .put(address, "k1")
                .then()
                .statusCode(201)
                .body("source", equalTo("website"))
                .extract()
                .path("id");

        integration().get(Kind.INQUIRY.address(), "k1").then().body("id", equalTo(ofApi));
        integration().get(Kind.INQUIRY.address() + "?source=api", "k1").then().body("id", equalTo(ofApi));
        integration().get(address, "k1").then().body("id", equalTo(ofWebsite));
        integration().body("{\"status\": \"LOST\"}").patch(address, "k1").then().body("id", equalTo(ofWebsite));
        assertProblemAt(integration().body(record.json()).put(Kind.INQUIRY.address(), "k1"), 422, "/source");
        assertProblem(integration().get(Kind.INQUIRY.address() + "?source=nobody", "k1"), 404)
                .body("detail", endsWith("k1 of nobody in this workspace."));
    }

    @Test
    void given_a_contact_then_only_who_may_read_is_shown_it() {
        Fields record = inquiry("k1")
                .with("contact", "{\"name\": \"Mei Chen\"}")
                .with("clickIds", "{\"gclid\": \"a\"}")
                .with("message", quoted("Hello"));
        String address = Kind.INQUIRY.address();
        workspace.create("/inquiries", record.json());
        String few = inquiry("k1").json();

        for (Response hidden : new Response[] {
            integration().get(address, "k1"),
            integration().body("{}").patch(address, "k1"),
            integration().body(few).put(address, "k1"),
            workspace.post("/inquiries?onExisting=update", few),
            workspace.post("/inquiries?onExisting=skip", few)
        }) {
            hidden.then()
                    .statusCode(200)
                    .body("externalId", equalTo("k1"), "contact", nullValue(), "clickIds", nullValue())
                    .body("message", nullValue());
        }
        for (Response shown : new Response[] {
            workspace.analyst().get(address, "k1"),
            workspace.admin().get(address, "k1"),
            workspace.admin().body("{}").patch(address, "k1"),
            workspace.admin().body(few).put(address, "k1")
        }) {
            shown.then()
                    .statusCode(200)
                    .body("contact.name", equalTo("Mei Chen"), "clickIds.gclid", equalTo("a"))
                    .body("message", equalTo("Hello"));
        }
        assertProblem(workspace.analyst().body(few).put(address, "k1"), 403);
    }

    private RequestSpecification integration() {
        return workspace.integration();
    }

    private TableState state() {
        return TableState.of(dataSource, workspace.id());
    }
}
