package dev.leadline.packaged.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.leadline.packaged.PackagedService;
import dev.leadline.testing.Patience;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The data directory's disk runs full, and is given room again. On a small file system in memory, which only root can make. */
@Tag("faults")
@Timeout(Patience.TEST_SECONDS)
class PackagedFullDiskIT {

    private static final int ROOM = 8 << 20;
    private static final int ROWS = 2_000;
    private static final int MOST_BATCHES = 100;

    @TempDir
    Path directory;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(directory.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=512m", "tmpfs", disk.toString()) == 0,
                "skipped: a small disk needs the right to mount one");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "--lazy", disk.toString());
    }

    @Test
    void given_a_disk_that_runs_full_then_refused_until_there_is_room_and_nothing_acknowledged_is_lost()
            throws Exception {
        try (PackagedService service = PackagedService.ready(disk, Heap.bounded(Map.of()))) {
            Client client = new Client(service);
            List<Sent> sent = new ArrayList<>();
            sent.add(client.postArray(Client.ids("before", ROWS)));
            assertTrue(sent.get(0).isAcknowledged());
            Path ballast = disk.resolve("ballast");
            fill(ballast);

            for (int i = 0; i < MOST_BATCHES && sent.get(i).isAcknowledged(); i++) {
                sent.add(client.postArray(Client.ids("batch" + i, ROWS)));
            }
            Stored.assertOnlyRefusedForTheTimeBeing(sent);
            assertEquals(503, sent.get(sent.size() - 1).status());
            assertEquals(200, client.health("live"));
            service.await(
                    "line that names it",
                    () -> service.output().contains("no room left on its disk")
                            || service.output().contains("No space left on device"));

            Files.delete(ballast);
            service.await("recovery", () -> {
                Sent again = client.postArray(Client.ids("after", ROWS));
                sent.add(again);
                return again.isAcknowledged();
            });
            try (Connection database = connect()) {
                Stored.in(database).assertHolds(sent);
                Stored.assertCompletedByRepeating(sent, client);
                Stored.assertAnalysed(database, client);
            }
        }
    }

    /** Leaves only a little. */
    private void fill(Path ballast) throws IOException {
        byte[] block = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (Files.getFileStore(disk).getUsableSpace() > ROOM) {
                out.write(block);
            }
        }
    }

    private Connection connect() throws Exception {
        String port =
                Files.readAllLines(disk.resolve("postgresql/postmaster.pid")).get(3);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/leadline",
                "leadline",
                Files.readString(disk.resolve("password")).strip());
    }

    private static int run(String... command) throws Exception {
        try {
            return new ProcessBuilder(command).start().waitFor();
        } catch (IOException e) {
            return -1;
        }
    }
}
