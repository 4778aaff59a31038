package dev.leadline.platform.database;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The database of the tests. The annotation here holds for every test of the service; they need none of their own. */
@WithTestResource(value = EmbeddedDatabaseResource.class, scope = TestResourceScope.GLOBAL)
final class TestDatabase {

    /** PostgreSQL's programs, unpacked once for all databases that tests make. */
    static final Path SHARED_BINARIES = Path.of("target", "postgresql-binaries").toAbsolutePath();

    private TestDatabase() {}

    static EmbeddedDatabase start(Path directory) {
        return EmbeddedDatabase.start(directory, SHARED_BINARIES);
    }

    static EmbeddedDatabase join(Path directory) {
        return EmbeddedDatabase.join(directory, SHARED_BINARIES);
    }

    static Connection connect(EmbeddedDatabase database) throws SQLException {
        return connect(database, database.password());
    }

    static Connection connect(EmbeddedDatabase database, String password) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), password);
    }

    static String query(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
