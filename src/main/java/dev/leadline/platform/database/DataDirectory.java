package dev.leadline.platform.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/**
 * The directory that holds everything of the embedded database, locked for one service. The operating system drops the
 * lock when the process ends, however it ends, so a lock file that is left over is no obstacle.
 */
final class DataDirectory implements AutoCloseable {

    private static final int SECRET_BYTES = 32;
    private static final String ELSEWHERE =
            "Name another directory by LEADLINE_DATA_DIR, or a database by QUARKUS_DATASOURCE_JDBC_URL.";

    private final Path root;
    private final FileChannel lock;

    private DataDirectory(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Takes the directory for this process, creating it (for its owner only) if it is not there. */
    static DataDirectory lock(Path directory) {
        var taken = open(directory);
        if (!taken.isHeld()) {
            throw new EmbeddedDatabaseException(
                    taken.root(),
                    "another Leadline service is running on this data directory.",
                    "Stop it first, or run this one elsewhere. " + ELSEWHERE);
        }
        return taken;
    }

    /** As {@link #lock}, but where another process has taken the directory already, it is left to it and not held. */
    static DataDirectory open(Path directory) {
        var root = directory.toAbsolutePath();
        try {
            Files.createDirectories(root, permissions("rwx------"));
            // One spelling whatever links lead here, by which a server of an earlier run is recognised.
            root = root.toRealPath();
            var channel = FileChannel.open(
                    root.resolve("lock"),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    permissions("rw-------"));
            if (!lockedBy(channel)) {
                channel.close();
            }
            return new DataDirectory(root, channel);
        } catch (IOException e) {
            throw new EmbeddedDatabaseException(
                    root,
                    "the data directory cannot be written (" + e + ").",
                    "Make it a directory that this user may write. " + ELSEWHERE,
                    e);
        }
    }

    Path root() {
        return root;
    }

    Path cluster() {
        return root.resolve("postgresql");
    }

    Path binaries() {
        return root.resolve("postgresql-binaries");
    }

    Path serverLog() {
        return root.resolve("postgresql.log");
    }

    /** What PostgreSQL's programs said last. */
    Path commandOutput() {
        return root.resolve("command.log");
    }

    /** The file with the database's password. */
    Path secretFile() {
        return root.resolve("password");
    }

    /** Makes the password, anew if an earlier first start was interrupted, and returns it only when it is on disk. */
    String createSecret() throws IOException {
        var random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        var secret = HexFormat.of().formatHex(random);
        Files.deleteIfExists(secretFile());
        try (var file = FileChannel.open(
                secretFile(),
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                permissions("rw-------"))) {
            file.write(ByteBuffer.wrap(secret.getBytes(StandardCharsets.US_ASCII)));
            file.force(true);
        }
        return secret;
    }

    /** The password that was made at the first start. */
    String secret() throws IOException {
        if (!Files.isRegularFile(secretFile())) {
            throw new EmbeddedDatabaseException(
                    root,
                    "there is a database in " + cluster() + " but not its password file "
                            + secretFile().getFileName() + ".",
                    "Put the file back if this is Leadline's database. " + ELSEWHERE);
        }
        return Files.readString(secretFile()).strip();
    }

    boolean isHeld() {
        return lock.isOpen();
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static boolean lockedBy(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static FileAttribute<?>[] permissions(String posix) {
        var supported = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return supported
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix))}
                : new FileAttribute<?>[0];
    }
}
