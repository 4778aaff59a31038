package dev.leadline.bench;

import java.io.IOException;
import java.sql.SQLException;

/**
 * Fills the tables for the analysis, by SQL, with what the API would have left behind: 200 campaigns, 730 days of spend, inquiries
 * that name one of 30 regions, 20 industries and 5 market segments, and a deal for each twentieth of them, some two weeks later.
 */
final class Market {

    private static final int INQUIRIES_OF_A_SMALL_ONE = 100;

    private static final String CAMPAIGNS = """
            insert into campaign (workspace_id, id, external_id, name, channel, store, product, category, price_tier, region,
                status, recorded_at)
            select '%1$s', uuidv7(), 'campaign-' || no, 'Campaign ' || no, 'channel ' || no %% 3, 'store ' || no %% 7,
                'product ' || no %% 40, 'category ' || no %% 8, 'tier ' || no %% 3, 'region ' || no %% 30, 'ACTIVE',
                timestamptz '%3$s 00:00Z'
            from generate_series(0, %2$d) as no
            """;

    private static final String SPEND = """
            insert into spend_day
            select workspace_id, id, cast(day as date), '', '', '',
                40 + (hashtextextended(external_id || day, 1) & 1023) / 20.0, 1000, 20, day
            from campaign, generate_series(timestamptz '%2$s 00:00Z', '%3$s 00:00Z', interval '1 day') as day
            where workspace_id = '%1$s'
            """;

    private static final String INQUIRIES = """
            insert into inquiry (workspace_id, id, source, external_id, campaign_id, received_at, day, region, industry,
                market_segment, status, status_changed_at, test, content_hash, recorded_at)
            select '%1$s', uuidv7(), 'bench', 'i' || no, campaign.id, at, cast(at as date),
                'region ' || (hashint8extended(no, 1) & 1048575) %% 30,
                'industry ' || (hashint8extended(no, 2) & 1048575) %% 20,
                'segment ' || (hashint8extended(no, 3) & 1048575) %% 5,
                'NEW', at, false, sha256(cast('i' || no as bytea)), at
            from (
                select no, 'campaign-' || (hashint8extended(no, 4) & 1048575) %% %3$d as campaign,
                    timestamptz '%4$s 00:00Z' + no * (interval '1 day' * %5$d / %2$d) as at
                from generate_series(0, %2$d - 1) as no) as drawn
            join campaign on campaign.workspace_id = '%1$s' and campaign.external_id = drawn.campaign
            """;

    private static final String DEALS = """
            insert into deal (workspace_id, id, external_id, inquiry_id, closed_at, closed_day, revenue, margin, status,
                status_changed_at, campaign_id, region, industry, market_segment, cohort_day, lag_days, content_hash, recorded_at)
            select workspace_id, uuidv7(), 'd' || external_id, id, closed_at, cast(closed_at as date), 2.5 * margin, margin, 'WON',
                closed_at, campaign_id, region, industry, market_segment, day, cast(closed_at as date) - day, content_hash, closed_at
            from (
                select inquiry.*, cast(800 * exp((hashtextextended(external_id, 2) & 1023) / 512.0 - 1) as numeric(14, 2)) as margin,
                    received_at + interval '1 day' * ceil(exp(1 + (hashtextextended(external_id, 3) & 1023) / 700.0
                        + (hashtextextended(external_id, 4) & 1023) / 700.0)) as closed_at
                from inquiry
                where workspace_id = '%1$s' and (hashtextextended(external_id, 1) & 1023) < 51) as bought
            where closed_at < timestamptz '%2$s 00:00Z' + interval '1 day'
            """;

    /** Workspaces like the one that is there, each with some inquiries of one campaign. */
    private static final String[] SMALL_ONES = {"""
            insert into workspace
            select made.* from workspace, generate_series(1, %1$d) as no,
                jsonb_populate_record(workspace, jsonb_build_object('id', 'small-' || no)) as made
            where workspace.id = 'default' on conflict do nothing
            """, """
            insert into campaign (workspace_id, id, external_id, name, status, recorded_at)
            select id, uuidv7(), 'campaign-0', 'Campaign', 'ACTIVE', timestamptz '%3$s 00:00Z'
            from workspace where id like 'small-%%'
            """, """
            insert into inquiry (workspace_id, id, source, external_id, campaign_id, received_at, day, status,
                status_changed_at, test, content_hash, recorded_at)
            select workspace_id, uuidv7(), 'bench', 'i' || no, id, at, cast(at as date), 'NEW', at, false,
                sha256(cast('i' || no as bytea)), at
            from campaign, generate_series(1, %2$d) as no,
                lateral (select timestamptz '%3$s 00:00Z' + no * (interval '1 day' * %4$d / (%2$d + 1)) as at) as drawn
            where workspace_id like 'small-%%'
            """};

    private Market() {}

    /** Replaces all records by those of a workspace of a size, and small ones beside it. */
    static void fill(Installation installation, int inquiries, int smallWorkspaces) throws IOException, SQLException {
        installation.empty();
        installation.execute(
                String.format(CAMPAIGNS, Question.WORKSPACE, Rows.CAMPAIGNS - 1, Rows.FIRST_DAY),
                String.format(SPEND, Question.WORKSPACE, Rows.FIRST_DAY, Rows.LAST_DAY),
                "analyze campaign",
                String.format(INQUIRIES, Question.WORKSPACE, inquiries, Rows.CAMPAIGNS, Rows.FIRST_DAY, Rows.DAYS),
                // Else the deals' foreign key might be checked by a plan made for an empty table.
                "analyze inquiry",
                String.format(DEALS, Question.WORKSPACE, Rows.LAST_DAY));
        addSmall(installation, smallWorkspaces);
    }

    /** Replaces all records by those of small workspaces. */
    static void fillOthers(Installation installation, int smallWorkspaces) throws IOException, SQLException {
        installation.empty();
        addSmall(installation, smallWorkspaces);
    }

    private static void addSmall(Installation installation, int smallWorkspaces) throws IOException, SQLException {
        if (smallWorkspaces > 0) {
            for (String statement : SMALL_ONES) {
                installation.execute(
                        String.format(statement, smallWorkspaces, INQUIRIES_OF_A_SMALL_ONE, Rows.FIRST_DAY, Rows.DAYS));
            }
        }
        installation.execute("vacuum analyze", "checkpoint");
    }
}
