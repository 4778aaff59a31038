package dev.leadline.packaged.plans;

import dev.leadline.platform.database.OwnDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Workspaces that the database's statistics know, and no other. */
final class AnalysedWorkspaces {

    private AnalysedWorkspaces() {}

    /** Makes as many, each with some campaigns, 600 days of spend, 2,000 inquiries and 500 deals, and has all tables analysed. */
    static void fill(OwnDatabase database, int workspaces) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create temporary table known as select 'known-' || i as id from generate_series(1, %d) i;
                    insert into workspace
                        select made.* from known, workspace template,
                            jsonb_populate_record(template, jsonb_build_object('id', known.id, 'name', known.id)) as made
                        where template.id = 'default';
                    insert into campaign (workspace_id, id, external_id, name, status, recorded_at)
                        select id, md5(id || c)::uuid, 'c' || c, 'c' || c, 'ACTIVE', now() from known, generate_series(0, 9) c;
                    insert into spend_day
                        select id, md5(id || d %% 10)::uuid, date '2025-01-01' + d, '', '', '', 10, null, null, now()
                        from known, generate_series(0, 599) d;
                    insert into inquiry (workspace_id, id, source, external_id, campaign_id, received_at, day, status,
                            status_changed_at, test, content_hash, recorded_at)
                        select id, gen_random_uuid(), 'api', 'i' || i, md5(id || i %% 10)::uuid,
                            timestamptz '2025-01-01 12:00+00' + i / 4 * interval '1 day', date '2025-01-01' + i / 4, 'NEW',
                            now(), false, '\\x00', now()
                        from known, generate_series(0, 1999) i;
                    insert into deal (workspace_id, id, external_id, inquiry_id, closed_at, closed_day, revenue, margin,
                            status, status_changed_at, campaign_id, cohort_day, lag_days, content_hash, recorded_at)
                        select workspace_id, gen_random_uuid(), external_id, id, received_at, day, 1000, 300, 'WON', now(),
                            campaign_id, day, 0, '\\x00', now()
                        from inquiry where substr(external_id, 2)::integer %% 4 = 0;
                    insert into ledger_change select id, date '2025-01-01' + d, d from known, generate_series(0, 599) d;
                    insert into audit_entry
                        select id, gen_random_uuid(), 'WORKSPACE', 'CHANGED', id, null, '{}', now()
                        from known, generate_series(1, 20);
                    insert into idempotency_key (workspace_id, key_hash, path, run_id, leased_until, expires_at)
                        select id, decode(md5(id || i), 'hex'), '/', gen_random_uuid(), now(), now() + interval '1 day'
                        from known, generate_series(1, 20) i;
                    """.formatted(workspaces));
            statement.execute("analyze");
        }
    }
}
