package dev.leadline.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.platform.concurrent.OverdueException;
import dev.leadline.testing.Patience;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Work in one snapshot ends at its limit, whatever the database does. */
@QuarkusTest
@Timeout(Patience.TEST_SECONDS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals")
class SnapshotLimitTest {

    private static final String SERVER_PROCESS = "select pg_backend_pid() from workspace where id = :workspace";
    private static final String ENDLESS =
            "select 1 from workspace where id = :workspace and pg_sleep(3600) is not null";

    @Inject
    WorkspaceSql sql;

    @Inject
    WorkspaceContext contexts;

    @Test
    void given_a_server_process_that_stops_answering_then_the_work_ends_and_others_go_on() throws Exception {
        AtomicInteger process = new AtomicInteger();
        try {
            assertThrows(
                    OverdueException.class,
                    () -> inOneSnapshot(Duration.ofSeconds(2), () -> {
                        process.set(number(SERVER_PROCESS));
                        signal("STOP", process.get());
                        return number(SERVER_PROCESS);
                    }));
            assertTrue(process.get() > 0, "was asked before the limit");
            assertTrue(inOneSnapshot(Patience.LIMIT, () -> number(SERVER_PROCESS)) != process.get());
        } finally {
            if (process.get() > 0) {
                signal("CONT", process.get());
            }
        }
    }

    @Test
    void given_a_statement_that_takes_too_long_then_it_ends() {
        assertThrows(OverdueException.class, () -> inOneSnapshot(Duration.ofMillis(100), () -> number(ENDLESS)));
    }

    @Test
    void given_work_that_fails_by_itself_then_its_own_failure_is_told() {
        assertEquals(
                "its own",
                assertThrows(
                                IllegalStateException.class,
                                () -> inOneSnapshot(Patience.LIMIT, () -> {
                                    throw new IllegalStateException("its own");
                                }))
                        .getMessage());
    }

    private int inOneSnapshot(Duration limit, Supplier<Integer> work) {
        return contexts.call(WorkspaceService.DEFAULT_ID, () -> sql.inOneSnapshot(limit, work));
    }

    private int number(String statement) {
        return sql.statement(statement).list(row -> row.getInt(1)).get(0);
    }

    private static void signal(String name, int process) {
        try {
            assertEquals(
                    0,
                    new ProcessBuilder("kill", "-" + name, Integer.toString(process))
                            .start()
                            .waitFor());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
