package dev.leadline.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;

/** By a loop of JDBC on each connection, the statement prepared on the server. */
final class JdbcInserts implements SingleInserts {

    private final Installation installation;

    JdbcInserts(Installation installation) {
        this.installation = installation;
    }

    @Override
    public String name() {
        return "a JDBC loop, for pgbench is not installed";
    }

    @Override
    public Load run(Duration duration) throws Exception {
        SingleInserts.prepare(installation);
        return Load.of(duration, this::insert);
    }

    private long[] insert(long end) throws Exception {
        LongStream.Builder nanos = LongStream.builder();
        try (Connection connection = installation.database();
                PreparedStatement insert = connection.prepareStatement(String.format(STATEMENT, "?"))) {
            for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
                insert.setLong(1, ThreadLocalRandom.current().nextLong(Long.MAX_VALUE));
                insert.executeUpdate();
                nanos.add(System.nanoTime() - begin);
            }
        }
        return nanos.build().toArray();
    }
}
