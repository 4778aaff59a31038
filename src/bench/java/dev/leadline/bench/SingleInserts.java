package dev.leadline.bench;

import java.nio.file.Path;
import java.time.Duration;

/** Single inserts, each with its commit, by as many connections as the service is asked by. */
interface SingleInserts {

    /** A row like those posted, over 200 campaigns and 730 days by its number, {@code %s}. */
    String STATEMENT = "insert into inserted select 'default', uuidv7(), 'api', 'single-' || no,"
            + " cast('019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5' || lpad((no %% 200)::text, 3, '0') as uuid),"
            + " '2025-03-10T12:00:00Z', date '2024-07-01' + cast(no %% 730 as integer), 'region 7', 'industry 11',"
            + " 'segment 3', 'NEW', now(), false, '{\"email\": \"buyer1234567@example.com\"}',"
            + " '{\"gclid\": \"5f3a9c0172be44d1\"}', null,"
            + " '\\x9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08', now()"
            + " from (values (cast(%s as bigint))) as drawn (no)";

    /** What inserts, in words. */
    String name();

    Load run(Duration duration) throws Exception;

    /** By pgbench where it is installed, else by JDBC. */
    static SingleInserts best(Installation installation, Path scratch) {
        return PgbenchInserts.isInstalled() ? new PgbenchInserts(installation, scratch) : new JdbcInserts(installation);
    }

    /** Makes the table anew. */
    static void prepare(Installation installation) throws Exception {
        installation.execute(
                "drop table if exists inserted", "create table inserted (like inquiry including all)", "checkpoint");
    }
}
