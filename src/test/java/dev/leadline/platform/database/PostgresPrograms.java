package dev.leadline.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** PostgreSQL's programs as they are once unpacked: a start that has to unpack them takes three seconds longer. */
public final class PostgresPrograms {

    private PostgresPrograms() {}

    /** An embedded database of its own for a test. */
    public static EmbeddedDatabase start(Path dataDirectory) {
        return TestDatabase.start(dataDirectory);
    }

    /** Puts the programs where a service that starts on the data directory looks for them. */
    public static void lend(Path dataDirectory) throws IOException {
        Path home = PostgresBinaries.in(TestDatabase.SHARED_BINARIES).home();
        Path target = dataDirectory.resolve("postgresql-binaries").resolve(home.getFileName());
        if (Files.exists(target)) {
            return;
        }
        Files.createDirectories(target.getParent());
        try (var files = Files.walk(home)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(
                        file,
                        target.resolve(home.relativize(file)),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
    }
}
