package dev.leadline.platform.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** A process that holds an embedded database with a record in it until it is killed, as a service does. */
final class EmbeddedDatabaseHolder {

    static final String READY = "ready";

    private EmbeddedDatabaseHolder() {}

    /** Starts the database in the directory that is the first argument, writes a record and says so. */
    public static void main(String... arguments) throws SQLException, IOException {
        var database = TestDatabase.start(Path.of(arguments[0]));
        TestDatabase.execute(database, "create table kept as select 42 as number");
        System.out.println(READY);
        System.in.read();
    }
}
