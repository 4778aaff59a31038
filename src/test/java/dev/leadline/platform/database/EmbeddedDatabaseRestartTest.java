package dev.leadline.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A database that was stopped, and what may lie in its directory at the next start. */
@Execution(ExecutionMode.CONCURRENT)
class EmbeddedDatabaseRestartTest {

    @TempDir
    static Path stopped;

    @TempDir
    Path directory;

    @BeforeAll
    static void givenADatabaseWithARecordThatWasStopped() throws SQLException {
        try (var database = TestDatabase.start(stopped)) {
            TestDatabase.execute(database, "create table kept as select 42 as number");
        }
    }

    @BeforeEach
    void eachTestHasACopyOfIt() throws IOException {
        try (var files = Files.walk(stopped)) {
            for (var file : files.skip(1).toList()) {
                Files.copy(file, directory.resolve(stopped.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @Test
    void when_started_again_then_the_record_is_there() throws SQLException {
        assertRecordIsThereAfterAStart();
    }

    @Test
    void given_a_pid_file_of_a_dead_process_when_started_then_the_record_is_there() throws IOException, SQLException {
        Files.writeString(pidFile(), "999999999\n" + directory.resolve("postgresql") + "\n");

        assertRecordIsThereAfterAStart();
    }

    @Test
    void given_a_pid_file_whose_number_is_now_another_program_when_started_then_that_program_is_left_alone()
            throws IOException, SQLException {
        var self = ProcessHandle.current();
        Files.writeString(pidFile(), self.pid() + "\n" + directory.resolve("postgresql") + "\n");

        assertRecordIsThereAfterAStart();

        assertTrue(self.isAlive());
    }

    @Test
    void given_an_empty_pid_file_when_started_then_the_record_is_there() throws IOException, SQLException {
        Files.writeString(pidFile(), "");

        assertRecordIsThereAfterAStart();
    }

    @Test
    void given_an_unfinished_first_start_beside_it_when_started_then_the_record_is_there()
            throws IOException, SQLException {
        Files.createDirectories(directory.resolve("postgresql.unfinished").resolve("base"));

        assertRecordIsThereAfterAStart();
    }

    @Test
    void given_an_unfinished_first_start_only_when_started_then_a_database_is_made() throws IOException, SQLException {
        Files.move(directory.resolve("postgresql"), directory.resolve("postgresql.unfinished"));

        try (var database = TestDatabase.start(directory)) {
            assertEquals("leadline", TestDatabase.query(database, "select current_database()"));
        }
    }

    @Test
    void
            given_programs_of_an_earlier_version_and_an_unfinished_unpacking_when_started_then_only_its_own_programs_are_kept()
                    throws IOException, SQLException {
        var binaries = directory.resolve("postgresql-binaries");
        Files.writeString(
                Files.createDirectories(binaries.resolve("earlier/bin")).resolve("postgres"), "old");
        Files.createDirectories(binaries.resolve("unpacking-1"));

        try (var database = EmbeddedDatabase.start(directory);
                var kept = Files.list(binaries)) {
            assertEquals("42", TestDatabase.query(database, "select number from kept"));
            assertEquals(1, kept.count());
        }
    }

    @Test
    void given_it_was_closed_and_another_runs_when_closed_once_more_then_the_other_is_left_alone() throws SQLException {
        var closed = TestDatabase.start(directory);
        closed.close();
        try (var other = TestDatabase.start(directory)) {
            closed.close();

            assertEquals("42", TestDatabase.query(other, "select number from kept"));
        }
    }

    @Test
    void given_a_damaged_database_when_started_then_refused_with_what_postgres_said_and_nothing_is_left_running()
            throws IOException {
        Files.delete(directory.resolve("postgresql/global/pg_control"));

        var refusal = assertThrows(EmbeddedDatabaseException.class, () -> TestDatabase.start(directory));

        assertTrue(
                refusal.getMessage().startsWith(directory.resolve("postgresql").toString()), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("pg_control"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("restore the directory from a backup"), refusal.getMessage());
        assertFalse(Files.exists(pidFile()));
    }

    private void assertRecordIsThereAfterAStart() throws SQLException {
        try (var database = TestDatabase.start(directory)) {
            assertEquals("42", TestDatabase.query(database, "select number from kept"));
        }
        assertFalse(Files.exists(pidFile()), "stopped when closed");
    }

    private Path pidFile() {
        return directory.resolve("postgresql/postmaster.pid");
    }
}
