package dev.leadline.platform.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.testing.Patience;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL's programs are given what they need. */
@DisabledOnOs(OS.WINDOWS)
class CommandsTest {

    private static final Set<String> NEEDED = Set.of("PATH", "HOME", "TMPDIR", "TZ", "LANG", "LD_LIBRARY_PATH");

    @TempDir
    Path directory;

    @Test
    void given_an_environment_with_more_when_a_program_runs_then_it_sees_only_what_it_needs() {
        assertFalse(
                NEEDED.containsAll(System.getenv().keySet().stream()
                        .filter(name -> !name.startsWith("LC_"))
                        .toList()),
                "the tests themselves have more");

        List<String> seen = new Commands(directory.resolve("output"))
                .run(List.of("env"), Patience.LIMIT)
                .said()
                .lines()
                .toList();

        assertTrue(seen.contains("LC_ALL=C"), seen::toString);
        assertTrue(seen.contains("PATH=" + System.getenv("PATH")), seen::toString);
        assertEquals(
                List.of(),
                seen.stream()
                        .map(line -> line.substring(0, line.indexOf('=')))
                        .filter(name -> !NEEDED.contains(name) && !name.startsWith("LC_"))
                        .toList());
    }
}
