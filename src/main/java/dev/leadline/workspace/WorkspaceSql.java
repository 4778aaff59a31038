package dev.leadline.workspace;

import dev.leadline.platform.sql.BulkStatement;
import dev.leadline.platform.sql.NamedSql;
import dev.leadline.platform.sql.SqlFailure;
import dev.leadline.platform.sql.SqlStatement;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * The one gate for native SQL. A statement names the workspace as {@code :workspace}; the gate binds it to the current
 * one, and takes no statement without it. Statements join the current transaction.
 */
@ApplicationScoped
public class WorkspaceSql {

    private final DataSource dataSource;
    private final CurrentWorkspace workspace;
    private final Map<String, NamedSql> parsed = new ConcurrentHashMap<>();

    WorkspaceSql(DataSource dataSource, CurrentWorkspace workspace) {
        this.dataSource = dataSource;
        this.workspace = workspace;
    }

    /**
     * A statement of the current workspace.
     *
     * <p>It is planned each time it runs, and by nothing that is known of the workspace (see the migration V10). So a look-up needs an
     * index on all columns that it compares, and no other that could be taken for it: where one row is expected of either, the
     * planner takes any. A first row of many ({@code limit 1}) needs an order that an index has.
     *
     * <p>A join to what is looked up takes its arrays as {@code unnest((select :keys))}: where the planner can count the keys it
     * reads the whole table rather than the index, for it holds that to be cheaper up to a million rows, and it is not.
     *
     * @param sql with {@code :name} parameters, {@code :workspace} among them; a constant, for it is kept
     * @throws IllegalArgumentException if it does not name {@code :workspace}
     */
    public SqlStatement statement(String sql) {
        NamedSql named = parsed.computeIfAbsent(sql, NamedSql::parse);
        if (!named.names().contains("workspace")) {
            throw new IllegalArgumentException("The statement does not bind :workspace: " + sql);
        }
        return new SqlStatement(dataSource, named).text("workspace", workspace.id());
    }

    /** A statement of the current workspace that writes these rows. */
    public <R> SqlStatement statement(BulkStatement<R> statement, List<R> rows) {
        return statement.bind(statement(statement.sql()), rows);
    }

    /**
     * Makes all statements of the current transaction see one snapshot of the database. To be called before any other
     * statement of the transaction.
     */
    public void useOneSnapshot() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read");
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }
}
