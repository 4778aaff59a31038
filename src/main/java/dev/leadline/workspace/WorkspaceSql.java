package dev.leadline.workspace;

import jakarta.enterprise.context.ApplicationScoped;
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
}
