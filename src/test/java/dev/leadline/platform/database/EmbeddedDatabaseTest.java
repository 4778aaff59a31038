package dev.leadline.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a running embedded database promises. */
@Execution(ExecutionMode.CONCURRENT)
class EmbeddedDatabaseTest {

    @TempDir
    static Path directory;

    static EmbeddedDatabase database;

    @BeforeAll
    static void start() {
        database = TestDatabase.start(directory);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
        "listen_addresses, 127.0.0.1",
        "is_superuser, off",
        "server_encoding, UTF8"
    })
    void whenAskedForASetting_thenItIsTheDurableAndTheClosedOne(String setting, String value) throws SQLException {
        assertEquals(value, TestDatabase.query(database, "show " + setting));
    }

    @Test
    void when_asked_for_its_version_then_it_is_postgresql_18() throws SQLException {
        assertTrue(TestDatabase.query(database, "show server_version").startsWith("18."));
    }

    @Test
    void when_it_runs_then_it_has_no_socket_that_other_users_could_reach() throws IOException {
        var socketDirectory = Files.readAllLines(directory.resolve("postgresql/postmaster.pid"))
                .get(4);
        assertEquals("", socketDirectory);
    }

    @ParameterizedTest
    @CsvSource({"wrong", "''"})
    void givenAWrongPassword_whenConnecting_thenRefused(String password) {
        var refusal = assertThrows(SQLException.class, () -> TestDatabase.connect(database, password));
        assertTrue(refusal.getMessage().contains("password"), refusal.getMessage());
    }

    @Test
    void when_its_access_rules_are_read_then_every_one_asks_for_a_password() throws IOException {
        var rules = Files.readAllLines(directory.resolve("postgresql/pg_hba.conf")).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        assertFalse(rules.isEmpty());
        assertTrue(rules.stream().allMatch(rule -> rule.endsWith(" scram-sha-256")), rules::toString);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void when_the_password_file_is_looked_at_then_only_its_owner_may_read_it() throws IOException {
        var file = directory.resolve("password");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(64, Files.readString(file).length());
    }

    @Test
    void given_a_running_database_when_a_second_one_starts_on_its_directory_then_refused_with_the_reason()
            throws SQLException {
        var refusal = assertThrows(EmbeddedDatabaseException.class, () -> TestDatabase.start(directory));
        assertTrue(refusal.getMessage().startsWith(directory.toString()), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("another Leadline service is running"), refusal.getMessage());
        assertEquals("1", TestDatabase.query(database, "select 1"));
    }

    @Test
    void givenARunningDatabase_whenAnotherProcessJoinsIt_thenItIsTheSameAndClosingTheGuestLeavesItRunning()
            throws SQLException {
        TestDatabase.execute(database, "create table met as select 42 as number");
        try (var guest = TestDatabase.join(directory)) {
            assertEquals(database.jdbcUrl(), guest.jdbcUrl());
            assertEquals("42", TestDatabase.query(guest, "select number from met"));
        }
        assertEquals("42", TestDatabase.query(database, "select number from met"));
    }
}
