package dev.leadline.intake.contact;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.intake.Examples;
import dev.leadline.testing.Fields;
import dev.leadline.testing.LogLines;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

/** No log line tells who asked, whatever becomes of the request. */
@QuarkusTest
class ContactLogTest {

    private static final String PERSON = "Quillfeather";

    @Inject
    DataSource database;

    @Test
    void given_requests_with_contacts_when_they_are_stored_refused_or_broken_then_no_log_line_tells_who_asked() {
        TestWorkspace workspace = TestWorkspace.create();
        try (LogLines log = LogLines.of("")) {
            Fields inquiry = inquiry("i1");
            String id = workspace.create("/inquiries", inquiry.json());
            workspace.post("/inquiries", inquiry.json()).then().statusCode(200);
            refused(
                    workspace.post(
                            "/inquiries", inquiry.with("region", "\"Ohio\"").json()),
                    409);
            refused(
                    workspace.post(
                            "/inquiries", inquiry.with("contact", quoted()).json()),
                    422);
            refused(
                    workspace.post(
                            "/inquiries", inquiry.with("campaignId", quoted()).json()),
                    422);
            refused(
                    workspace.post(
                            "/inquiries",
                            inquiry.with("contact", "{\"name\": \"" + PERSON.repeat(30) + "\"}")
                                    .json()),
                    422);
            refused(
                    workspace.post(
                            "/inquiries",
                            inquiry.with("contact", "{\"mail\": " + quoted() + "}")
                                    .json()),
                    422);
            refused(
                    workspace.post(
                            "/inquiries",
                            inquiry.with("message", "\"" + PERSON + "\\u0000\"").json()),
                    422);
            refused(
                    workspace.post(
                            "/inquiries",
                            inquiry.json().substring(0, inquiry.json().length() - 2)),
                    400);
            refused(workspace.post("/inquiries", "{\"contact\": " + PERSON + "}"), 400);
            refused(
                    workspace.patch("/inquiries/" + id, "{\"contact\": {\"email\": 5, \"name\": " + quoted() + "}}"),
                    422);
            workspace
                    .postLines(
                            "/inquiries/batch",
                            List.of(
                                    inquiry("i2").json(),
                                    "{" + PERSON,
                                    inquiry("").json()))
                    .then()
                    .statusCode(207)
                    .body(not(containsString(PERSON)));
            for (int i = 0; i < 2; i++) {
                workspace
                        .integration()
                        .header("Idempotency-Key", PERSON)
                        .body(inquiry("i3").json())
                        .post("/api/v1/inquiries")
                        .then()
                        .statusCode(201);
            }
            refused(
                    workspace
                            .integration()
                            .header("Idempotency-Key", PERSON)
                            .body(inquiry("i4").json())
                            .post("/api/v1/inquiries"),
                    422);
            export(workspace, "email").then().statusCode(200);
            refused(export(workspace, "mail"), 400);
            workspace
                    .admin()
                    .delete("/api/v1/inquiries/" + id + "/contact")
                    .then()
                    .statusCode(204);

            assertTrue(
                    log.records().stream().anyMatch(line -> line.getLoggerName().equals("access")),
                    "lines are captured");
            for (ExtLogRecord line : log.records()) {
                assertFalse(text(line).contains(PERSON.toLowerCase(Locale.ROOT)), () -> text(line));
            }
        }
    }

    @Test
    void given_a_row_that_the_database_refuses_when_its_error_is_told_then_it_does_not_quote_the_row()
            throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into inquiry (workspace_id, id, message) values ('default', gen_random_uuid(), ?)")) {
            statement.setString(1, PERSON);
            SQLException refusal = assertThrows(SQLException.class, statement::executeUpdate);
            assertFalse(refusal.getMessage().contains(PERSON), refusal.getMessage());
            statement.addBatch();
            refusal = assertThrows(SQLException.class, statement::executeBatch);
            assertFalse(refusal.getMessage().contains(PERSON), refusal.getMessage());
        }
    }

    /** Nor does the answer quote it: clients log answers. */
    private static void refused(Response answer, int status) {
        answer.then().statusCode(status).body(not(containsString(PERSON)));
    }

    private static Response export(TestWorkspace workspace, String parameter) {
        return workspace.admin().queryParam(parameter, PERSON + "@example.com").get("/api/v1/contacts/export");
    }

    private static String quoted() {
        return '"' + PERSON + '"';
    }

    private static Fields inquiry(String externalId) {
        return Examples.inquiry(externalId)
                .with(
                        "contact",
                        "{\"name\": " + quoted() + ", \"email\": \"" + PERSON + "@example.com\", \"phone\": " + quoted()
                                + ", \"company\": " + quoted() + "}")
                .with("clickIds", "{\"gclid\": " + quoted() + "}")
                .with("message", quoted());
    }

    /** All of the line: message, fields and stack trace. */
    private static String text(ExtLogRecord line) {
        StringWriter text = new StringWriter();
        text.append(line.getLoggerName())
                .append(LogLines.message(line))
                .append(line.getMdcCopy().toString());
        if (line.getThrown() != null) {
            line.getThrown().printStackTrace(new PrintWriter(text, true));
        }
        return text.toString().toLowerCase(Locale.ROOT);
    }
}
