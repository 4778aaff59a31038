package dev.leadline.workspace;

import dev.leadline.platform.concurrent.OverdueException;
import dev.leadline.platform.sql.BulkStatement;
import dev.leadline.platform.sql.NamedSql;
import dev.leadline.platform.sql.SqlFailure;
import dev.leadline.platform.sql.SqlStatement;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postgresql.core.BaseConnection;

/**
 * The one gate for native SQL. A statement names the workspace as {@code :workspace}; the gate binds it to the current
 * one, and takes no statement without it. Statements join the current transaction.
 */
@ApplicationScoped
public class WorkspaceSql {

    /** How much later the transaction's own limit comes, which needs an answer from the database to take effect. */
    private static final Duration SPARE = Duration.ofMinutes(1);

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
     * <p>It is planned each time it runs, and by nothing that is known of the workspace (see the migration V10). So a
     * look-up needs an index on all columns that it compares, and no other index that promises one row as well, for
     * then the planner takes either. A first row of many ({@code limit 1}) needs an order that an index has.
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
     * Runs work in its own transaction, all of whose statements see one snapshot of the database. At the limit its
     * connection is closed, so that it ends even if the database no longer answers.
     *
     * @throws OverdueException if it takes longer
     */
    public <T> T inOneSnapshot(Duration limit, Supplier<T> work) {
        CompletableFuture<Void> done = new CompletableFuture<Void>().orTimeout(limit.toNanos(), TimeUnit.NANOSECONDS);
        try {
            return QuarkusTransaction.requiringNew()
                    .timeout(Math.toIntExact(limit.plus(SPARE).toSeconds()))
                    .call(() -> {
                        useOneSnapshot(done);
                        return work.get();
                    });
        } catch (RuntimeException e) {
            if (done.isCompletedExceptionally()) {
                throw new OverdueException("reading took longer than " + limit);
            }
            throw e;
        } finally {
            done.complete(null);
        }
    }

    /** @param done closes the connection if it fails */
    private void useOneSnapshot(CompletableFuture<Void> done) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            BaseConnection closed = connection.unwrap(BaseConnection.class);
            done.whenCompleteAsync((nothing, timeout) -> {
                if (timeout != null) {
                    abort(closed);
                }
            });
            statement.execute("set transaction isolation level repeatable read");
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** Closes its socket, which the reading thread notices at once. */
    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }
}
