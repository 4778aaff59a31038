package dev.leadline.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Directories that the embedded database does not touch: the message names the directory, the problem and a remedy. */
class EmbeddedDatabaseRefusalTest {

    @TempDir
    Path directory;

    @Test
    void given_files_that_are_no_database_when_started_then_refused_and_the_files_are_kept() throws IOException {
        var note = Files.writeString(
                Files.createDirectories(directory.resolve("postgresql")).resolve("note.txt"), "mine");

        assertRefused(directory, directory.resolve("postgresql"), "not a PostgreSQL database");

        assertEquals("mine", Files.readString(note));
    }

    @Test
    void given_a_database_of_another_major_version_when_started_then_refused() throws IOException {
        Files.writeString(
                Files.createDirectories(directory.resolve("postgresql")).resolve("PG_VERSION"), "17\n");

        assertRefused(directory, directory.resolve("postgresql"), "made by PostgreSQL 17");
    }

    @Test
    void given_a_database_without_its_password_when_started_then_refused() throws IOException {
        Files.writeString(
                Files.createDirectories(directory.resolve("postgresql")).resolve("PG_VERSION"), "18\n");

        assertRefused(directory, directory, "not its password file");
    }

    @Test
    void given_a_directory_that_cannot_be_made_when_started_then_refused() throws IOException {
        var file = Files.writeString(directory.resolve("file"), "a file, not a directory");

        assertRefused(file.resolve("data"), file.resolve("data"), "cannot be written");
    }

    @Test
    void given_a_refusal_when_started_again_then_the_directory_is_not_locked() throws IOException {
        Files.writeString(
                Files.createDirectories(directory.resolve("postgresql")).resolve("PG_VERSION"), "17\n");

        assertRefused(directory, directory.resolve("postgresql"), "made by PostgreSQL 17");
        assertRefused(directory, directory.resolve("postgresql"), "made by PostgreSQL 17");
    }

    @Test
    void givenADirectoryWithoutADatabase_whenJoined_thenRefusedAndNothingIsMade() {
        var nowhere = directory.resolve("nowhere");

        var refusal = assertThrows(EmbeddedDatabaseException.class, () -> TestDatabase.join(nowhere));

        assertTrue(refusal.getMessage().startsWith(nowhere + ": there is no database"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("LEADLINE_DATA_DIR"), refusal.getMessage());
        assertFalse(Files.exists(nowhere));
    }

    private static void assertRefused(Path dataDirectory, Path named, String problem) {
        var refusal = assertThrows(EmbeddedDatabaseException.class, () -> TestDatabase.start(dataDirectory));
        assertTrue(refusal.getMessage().startsWith(named + ": "), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(problem), refusal.getMessage());
        assertTrue(refusal.getMessage().lines().count() >= 2, "a remedy follows: " + refusal.getMessage());
    }
}
