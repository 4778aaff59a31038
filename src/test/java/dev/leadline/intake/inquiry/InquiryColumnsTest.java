package dev.leadline.intake.inquiry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadline.intake.Examples;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** New inquiries are written in bulk, changed ones as entities: both ways, the table has the same. */
@QuarkusTest
class InquiryColumnsTest {

    private static final String CONTACT = """
            {"name": "Mei Chen", "email": "mei.chen@example.com"}""";

    private static final String CLICK_IDS = """
            {"gclid": "EAIaIQobChMI8f", "fbclid": "x1"}""";

    @Inject
    DataSource dataSource;

    @Test
    void givenAContactThatWasPostedAndOneThatWasPatched_thenTheirColumnsAreTheSame() throws SQLException {
        TestWorkspace workspace = TestWorkspace.create();
        workspace.create(
                "/inquiries",
                Examples.inquiry("posted")
                        .with("contact", CONTACT)
                        .with("clickIds", CLICK_IDS)
                        .json());
        String id = workspace.create("/inquiries", Examples.inquiry("patched").json());
        workspace
                .patch("/inquiries/" + id, "{\"contact\": " + CONTACT + ", \"clickIds\": " + CLICK_IDS + "}")
                .then()
                .statusCode(200);

        List<String> columns = columns(workspace.id());
        String stored =
                "{\"name\": \"Mei Chen\", \"email\": \"mei.chen@example.com\", \"phone\": null, \"company\": null}"
                        + " {\"gclid\": \"EAIaIQobChMI8f\", \"fbclid\": \"x1\"}";
        assertEquals(List.of(stored, stored), columns);
    }

    private List<String> columns(String workspaceId) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(
                        "select contact::text || ' ' || click_ids::text from inquiry where workspace_id = ? order by id")) {
            statement.setString(1, workspaceId);
            List<String> columns = new ArrayList<>();
            var rows = statement.executeQuery();
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
            return columns;
        }
    }
}
