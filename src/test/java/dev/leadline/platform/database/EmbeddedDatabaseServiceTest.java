package dev.leadline.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service on its embedded database. */
@QuarkusTest
class EmbeddedDatabaseServiceTest {

    @Inject
    DataSource dataSource;

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit"})
    void whenTheServiceWrites_thenEveryCommitIsOnDisk(String setting) throws SQLException {
        try (var connection = dataSource.getConnection();
                var result = connection.createStatement().executeQuery("show " + setting)) {
            result.next();
            assertEquals("on", result.getString(1));
        }
    }
}
