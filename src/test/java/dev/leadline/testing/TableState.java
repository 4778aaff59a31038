package dev.leadline.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * What all tables hold of a workspace, as the number of rows and a hash of them by table; but not when keys were last used,
 * which is written at any time later. The tables are those that the
 * database has, so that a new one is covered by itself.
 *
 * @param tables rows and hash by table
 */
public record TableState(Map<String, String> tables) {

    public static TableState of(DataSource dataSource, String workspaceId) {
        Map<String, String> tables = new TreeMap<>();
        try (Connection connection = dataSource.getConnection()) {
            tables.put("workspace", state(connection, "workspace", "id", workspaceId));
            for (String table : workspaceTables(connection)) {
                tables.put(table, state(connection, table, "workspace_id", workspaceId));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new TableState(tables);
    }

    private static List<String> workspaceTables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement =
                        connection.prepareStatement("select table_name from information_schema.columns"
                                + " where table_schema = 'public' and column_name = 'workspace_id'");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static String state(Connection connection, String table, String column, String workspaceId)
            throws SQLException {
        String sql = "select count(*) || ' ' || coalesce(md5(string_agg(r, ';' order by r)), '') from"
                + " (select (to_jsonb(t) - 'last_used_at')::text r from "
                + table + " t where " + column + " = ?) rows";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, workspaceId);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
