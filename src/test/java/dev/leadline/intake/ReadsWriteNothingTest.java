package dev.leadline.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Reading is done in transactions, and none of them has anything to write. */
@QuarkusTest
class ReadsWriteNothingTest {

    @Inject
    DataSource dataSource;

    @Test
    void when_records_are_read_then_no_row_is_written() throws SQLException {
        TestWorkspace workspace = TestWorkspace.create();
        String campaign =
                workspace.create("/campaigns", Examples.campaign("gads-1").json());
        String inquiry = workspace.create("/inquiries", Examples.inquiry("i1").json());
        workspace.create("/spend", Examples.spend("gads-1", "2025-03-09").json());
        String deal = workspace.create("/deals", Examples.deal("d1", "i1").json());
        List<String> before = versions(workspace.id());

        for (String path : List.of(
                "/workspace",
                "/campaigns",
                "/campaigns/" + campaign,
                "/inquiries",
                "/inquiries/" + inquiry,
                "/spend",
                "/deals",
                "/deals/" + deal)) {
            workspace.get(path).then().statusCode(200);
        }

        assertEquals(before, versions(workspace.id()));
    }

    /** Which transaction wrote each row, by table. */
    private List<String> versions(String workspaceId) throws SQLException {
        List<String> versions = new ArrayList<>();
        for (String table : List.of("campaign", "inquiry", "spend_day", "deal")) {
            versions.addAll(versions(table, "workspace_id", workspaceId));
        }
        versions.addAll(versions("workspace", "id", workspaceId));
        return versions;
    }

    private List<String> versions(String table, String column, String workspaceId) throws SQLException {
        List<String> versions = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select xmin::text from " + table + " where " + column + " = ? order by 1")) {
            statement.setString(1, workspaceId);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    versions.add(table + " " + rows.getString(1));
                }
            }
        }
        return versions;
    }
}
