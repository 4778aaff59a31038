package dev.leadline.intake.contact;

import static dev.leadline.testing.Problems.assertProblem;
import static dev.leadline.testing.Problems.assertProblemOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.leadline.intake.Examples;
import dev.leadline.testing.Fields;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All that is stored about a person can be handed out to that person. */
@QuarkusTest
class ContactExportTest {

    private TestWorkspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = TestWorkspace.create();
    }

    @Test
    void given_a_person_who_asked_twice_when_exported_then_all_of_the_person_and_nobody_else_is_there() {
        workspace.create("/inquiries", of("i1", "Mei.Chen@example.com", "+86 1").json());
        workspace.create("/inquiries", of("i2", "mei.chen@example.com", "+86 2").json());
        workspace.create("/inquiries", of("i3", "mei.chen@example.org", "+86 2").json());
        workspace.create("/inquiries", Examples.inquiry("i4").json());
        workspace.create("/deals", Examples.deal("d1", "i1").json());
        workspace.create("/deals", Examples.deal("d3", "i3").json());
        export("email", "mei.chen@EXAMPLE.com")
                .then()
                .statusCode(200)
                .body("exportedAt", notNullValue())
                .body("truncated", equalTo(false))
                .body("inquiries.externalId", contains("i2", "i1"))
                .body("inquiries[1].contact.phone", equalTo("+86 1"))
                .body("inquiries[1].message", equalTo("Hello"))
                .body("deals.externalId", contains("d1"));
        export("phone", "+86 2").then().body("inquiries.externalId", contains("i3", "i2"));
        workspace
                .admin()
                .queryParam("email", "mei.chen@example.org")
                .queryParam("phone", "+86 1")
                .get("/api/v1/contacts/export")
                .then()
                .body("inquiries.externalId", contains("i3", "i1"));
        export("email", "nobody@example.com")
                .then()
                .statusCode(200)
                .body("inquiries", hasSize(0))
                .body("deals", hasSize(0));
        workspace
                .admin()
                .get("/api/v1/audit-entries?kind=CONTACT")
                .then()
                .body("items", hasSize(4))
                .body("items[3].action", equalTo("EXPORTED"))
                .body("items[3].changes.inquiries.to", equalTo("2"))
                .body(not(containsString("example.com")));
    }

    @Test
    void given_other_roles_and_workspaces_when_they_export_then_they_get_nothing() {
        workspace.create("/inquiries", of("i1", "mei.chen@example.com", "+86 1").json());
        String path = "/api/v1/contacts/export?email=mei.chen@example.com";
        assertProblem(workspace.analyst().get(path), 403);
        assertProblem(workspace.integration().get(path), 403);
        TestWorkspace.create().admin().get(path).then().statusCode(200).body("inquiries", hasSize(0));
    }

    @Test
    void given_nobody_named_when_exported_then_it_is_refused() {
        String path = "/api/v1/contacts/export";
        assertProblemOf(workspace.admin().get(path), 400, "email");
        assertProblemOf(workspace.admin().get(path + "?email="), 400, "email");
        assertProblemOf(workspace.admin().get(path + "?mail=a"), 400, "mail");
    }

    private Response export(String name, String value) {
        return workspace.admin().queryParam(name, value).get("/api/v1/contacts/export");
    }

    private static Fields of(String externalId, String email, String phone) {
        return Examples.inquiry(externalId)
                .with("contact", "{\"email\": \"" + email + "\", \"phone\": \"" + phone + "\"}")
                .with("message", "\"Hello\"");
    }
}
