package dev.leadline.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The server process on a cluster, started and stopped by pg_ctl. That program puts the server into a session of its own,
 * so Ctrl-C in the terminal does not reach the database before the service has used it for the last time.
 */
final class PostgresServer {

    static final String HOST = "127.0.0.1";

    /** What must hold at every start, whatever postgresql.conf says: reachable from this machine only, and durable. */
    private static final String OPTIONS = "-c listen_addresses=" + HOST
            + " -c unix_socket_directories="
            + " -c fsync=on -c synchronous_commit=on -c full_page_writes=on";

    /** Lines of postmaster.pid, counted from 0. */
    private static final int PORT_LINE = 3;

    private static final int STATUS_LINE = 7;

    private static final int PORT_ATTEMPTS = 3;
    private static final long LARGEST_LOG = 10L << 20;
    private static final Duration START_LIMIT = Duration.ofMinutes(10);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

    private final DataDirectory directory;
    private final PostgresBinaries binaries;
    private final Commands commands;

    PostgresServer(DataDirectory directory, PostgresBinaries binaries, Commands commands) {
        this.directory = directory;
        this.binaries = binaries;
        this.commands = commands;
    }

    /** Starts the server on a free port and returns that port once connections are accepted. */
    int start() throws IOException {
        keepLogSmall();
        var said = "";
        for (var attempt = 0; attempt < PORT_ATTEMPTS; attempt++) {
            var port = freePort();
            var started = start(port);
            if (started.succeeded()) {
                return port;
            }
            stop();
            said = started.said() + "\n" + endOfLog();
            if (!said.contains("could not bind")) {
                break;
            }
        }
        throw new EmbeddedDatabaseException(
                directory.cluster(),
                "PostgreSQL does not start on it. It said:\n" + said,
                "The whole log is " + directory.serverLog()
                        + ". If the files are damaged, restore the directory from a backup, or move it away to begin with an"
                        + " empty database.");
    }

    /**
     * Starts the server on the port it had, after it ended by itself.
     *
     * @return whether it accepts connections again; if not, it may later, once the last of its processes are gone
     */
    boolean startAgain(int port) throws IOException {
        clearRemains();
        return start(port).succeeded();
    }

    /** The port of the server that runs on the cluster, once it accepts connections; empty before. */
    OptionalInt port() throws IOException {
        if (process().isEmpty()) {
            return OptionalInt.empty();
        }
        var lines = Files.readAllLines(pidFile());
        var ready = lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
        return ready ? OptionalInt.of(Integer.parseInt(lines.get(PORT_LINE))) : OptionalInt.empty();
    }

    private Commands.Result start(int port) {
        var options = "-p " + port + " " + OPTIONS;
        return pgCtl(START_LIMIT, "start", "-l", directory.serverLog().toString(), "-o", options);
    }

    /**
     * Stops the server if it runs; open transactions are rolled back, all that was committed stays. It has ended when its
     * pid file is gone, which it removes last.
     */
    void stop() {
        if (Files.exists(pidFile())
                && !pgCtl(STOP_LIMIT, "stop", "-m", "fast").succeeded()
                && Files.exists(pidFile())) {
            pgCtl(STOP_LIMIT, "stop", "-m", "immediate");
        }
    }

    /**
     * Clears what a killed service left behind: its server, which goes on running, or only the file that names a process
     * that is no more. Must be called under the directory's lock, which shows that nobody else needs that server.
     */
    void clearRemains() throws IOException {
        var remaining = process();
        if (remaining.isPresent()) {
            stop();
            if (Files.exists(pidFile())) {
                throw new EmbeddedDatabaseException(
                        directory.cluster(),
                        "the PostgreSQL process " + remaining.get().pid() + " of an earlier run does not stop.",
                        "End this process, then start the service again.");
            }
        }
        Files.deleteIfExists(pidFile());
    }

    /** The server's process, if it runs. Process ids are used again, so the name must be PostgreSQL's too. */
    Optional<ProcessHandle> process() throws IOException {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        return Files.readString(pidFile())
                .lines()
                .findFirst()
                .filter(line -> line.matches("\\d{1,18}"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                .filter(ProcessHandle::isAlive)
                .filter(this::runsOnThisCluster);
    }

    private boolean runsOnThisCluster(ProcessHandle process) {
        var program = process.info().command().map(Path::of).map(Path::getFileName);
        var postgres = binaries.program("postgres").getFileName();
        // Where the system does not tell the arguments, the program's name must do.
        var here = process.info()
                .arguments()
                .map(List::of)
                .map(all -> all.contains(directory.cluster().toString()));
        return program.filter(postgres::equals).isPresent() && here.orElse(true);
    }

    private Commands.Result pgCtl(Duration limit, String... arguments) {
        var command = binaries.command("pg_ctl", arguments);
        command.addAll(List.of("-D", directory.cluster().toString(), "-w", "-t", Long.toString(limit.toSeconds())));
        return commands.run(command, limit.plusSeconds(10));
    }

    private Path pidFile() {
        return directory.cluster().resolve("postmaster.pid");
    }

    private void keepLogSmall() throws IOException {
        var log = directory.serverLog();
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What the server wrote last. */
    String endOfLog() throws IOException {
        if (!Files.exists(directory.serverLog())) {
            return "";
        }
        var lines = Files.readAllLines(directory.serverLog());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }
}
