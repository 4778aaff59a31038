package dev.leadline.platform.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** Makes the real database fail; there in tests only. */
@ApplicationScoped
public class RefusingDatabase {

    private final DataSource dataSource;

    RefusingDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** As a statement fails whose worker node is lost, in the words of the coordinator's client of it. */
    @Transactional
    public void loseWorker() {
        raiseInternalError("server closed the connection unexpectedly");
    }

    @Transactional
    public void failInside() {
        raiseInternalError("unrecognized node type: 120");
    }

    @Transactional
    public void becomeStandby() {
        run("set transaction read only", "create table never (id int)");
    }

    @Transactional
    public void runIntoItsOwnTimeLimit() {
        run("set local statement_timeout = 10", "select pg_sleep(600)");
    }

    @Transactional
    public void endConnectionInTransaction() {
        endConnection();
    }

    public void endConnection() {
        run("select pg_terminate_backend(pg_backend_pid())");
    }

    private void raiseInternalError(String message) {
        run("do $$ begin raise exception using errcode = 'XX000', message = '" + message + "'; end $$");
    }

    private void run(String... statements) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(statements)) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
