package dev.leadline.intake.spend;

import dev.leadline.intake.record.Dimensions;
import dev.leadline.platform.paging.Cursor;
import dev.leadline.platform.sql.BulkStatement;
import dev.leadline.platform.sql.Column;
import dev.leadline.workspace.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads and replaces spend. Its key has six parts and no id, so it is done by SQL rather than through an entity. */
@ApplicationScoped
class SpendRepository {

    /** The number of parts of a cursor of the list by day. */
    static final int CURSOR_PARTS = 5;

    private static final List<Column<SpendRow>> KEY = Stream.of(
                    List.<Column<SpendRow>>of(
                            Column.id("campaign_id", row -> row.key().campaignId()),
                            Column.day("day", row -> row.key().day())),
                    Dimensions.<SpendRow>columns(row -> stored(row.key().dimensions())))
            .flatMap(List::stream)
            .toList();

    private static final List<Column<SpendRow>> COLUMNS = Stream.of(
                    KEY,
                    List.<Column<SpendRow>>of(
                            Column.amount("amount", row -> row.figures().amount()),
                            Column.number("impressions", row -> row.figures().impressions()),
                            Column.number("clicks", row -> row.figures().clicks()),
                            Column.id("request_id", SpendRow::requestId),
                            Column.instant("recorded_at", SpendRow::recordedAt)))
            .flatMap(List::stream)
            .toList();

    private static final BulkStatement<SpendRow> REPLACE = BulkStatement.insertOrReplace(
            "spend_day", COLUMNS, KEY.stream().map(Column::name).toArray(String[]::new));

    private static final String ORDER = "day desc, campaign_id, region, industry, market_segment";

    /**
     * The bounds of the days are hidden from the planner: if it expects almost no days between them, it considers the
     * index by day as good for a campaign as the key.
     */
    private static final String LISTED = """
            select %s
            from spend_day
            where workspace_id = :workspace
                and (cast(:campaign as uuid) is null or campaign_id = cast(:campaign as uuid))
                and day >= (select coalesce(cast(:from as date), '-infinity'))
                and day <= (select coalesce(cast(:to as date), 'infinity'))
            """.formatted(names(COLUMNS));

    /** The rest of the last day, then the days before it: the index of spend by day has the list's order and finds both beginnings. */
    private static final String LATEST = """
            (%1$s and day = cast(:lastDay as date) and (campaign_id, region, industry, market_segment)
                    > (cast(:lastCampaign as uuid), :lastRegion, :lastIndustry, :lastSegment)
                order by %2$s
                limit :count)
            union all
            (%1$s and day < (select coalesce(cast(:lastDay as date), 'infinity'))
                order by %2$s
                limit :count)
            order by %2$s
            limit :count
            """.formatted(LISTED, ORDER);

    private static final String FIND = """
            select %1$s
            from unnest((select :campaigns), (select :days), (select :regions), (select :industries),
                (select :segments)) as wanted (%2$s)
            join spend_day using (%2$s)
            where workspace_id = :workspace
            """.formatted(names(COLUMNS), names(KEY));

    /** Of a day's rows the first by region and the last tell what there is. */
    private static final String COUNTED_TWICE = """
            select wanted.campaign_id, wanted.day
            from unnest((select :campaigns), (select :days)) as wanted (campaign_id, day)
            cross join lateral (
                select region, industry, market_segment from spend_day
                where workspace_id = :workspace and campaign_id = wanted.campaign_id and day = wanted.day and amount > 0
                order by region, industry, market_segment
                limit 1) as first
            cross join lateral (
                select region, industry, market_segment from spend_day
                where workspace_id = :workspace and campaign_id = wanted.campaign_id and day = wanted.day and amount > 0
                order by region desc, industry desc, market_segment desc
                limit 1) as last
            where first.region = '' and (last.region <> '' or first.industry = '' and first.market_segment = ''
                and (last.industry <> '' or last.market_segment <> ''))
            """;

    private final WorkspaceSql sql;

    SpendRepository(WorkspaceSql sql) {
        this.sql = sql;
    }

    /** Spend by day, the latest first. */
    List<SpendRow> latest(UUID campaignId, LocalDate from, LocalDate to, Optional<Cursor> after, int count) {
        return sql.statement(LATEST)
                .id("campaign", campaignId)
                .day("from", from)
                .day("to", to)
                .day("lastDay", after.map(cursor -> cursor.day(0)).orElse(null))
                .id("lastCampaign", after.map(cursor -> cursor.id(1)).orElse(null))
                .text("lastRegion", after.map(cursor -> cursor.text(2)).orElse(null))
                .text("lastIndustry", after.map(cursor -> cursor.text(3)).orElse(null))
                .text("lastSegment", after.map(cursor -> cursor.text(4)).orElse(null))
                .number("count", count)
                .list(SpendRepository::row);
    }

    /**
     * Whether anything is stored for the keys' campaigns between their first day and their last. Only the key has the
     * order by day and region; without it the planner might take the index by day and read all campaigns for each.
     */
    boolean isAny(List<SpendKey> keys) {
        List<LocalDate> days = keys.stream().map(SpendKey::day).toList();
        return !sql.statement("""
                select 1
                from unnest((select :campaigns)) as wanted (campaign_id)
                cross join lateral (
                    select from spend_day
                    where workspace_id = :workspace and campaign_id = wanted.campaign_id
                        and day between cast(:from as date) and cast(:to as date)
                    order by day, region
                    limit 1) as first
                limit 1
                """)
                .ids(
                        "campaigns",
                        keys.stream().map(SpendKey::campaignId).distinct().toList())
                .day("from", Collections.min(days))
                .day("to", Collections.max(days))
                .list(row -> true)
                .isEmpty();
    }

    /** What is stored under these keys. */
    List<SpendRow> find(List<SpendKey> keys) {
        List<Dimensions> dimensions = Column.of(keys, key -> stored(key.dimensions()));
        return sql.statement(FIND)
                .ids("campaigns", Column.of(keys, SpendKey::campaignId))
                .days("days", Column.of(keys, SpendKey::day))
                .texts("regions", Column.of(dimensions, Dimensions::region))
                .texts("industries", Column.of(dimensions, Dimensions::industry))
                .texts("segments", Column.of(dimensions, Dimensions::marketSegment))
                .list(SpendRepository::row);
    }

    /** Stores these rows, in place of what was there; each key once, in the order given. */
    void replace(List<SpendRow> rows) {
        sql.statement(REPLACE, rows).update();
    }

    /**
     * Those of these days that have cost with a region beside cost without one, or cost of the whole campaign beside that of a part.
     */
    List<CampaignDay> countedTwice(List<CampaignDay> days) {
        return sql.statement(COUNTED_TWICE)
                .ids("campaigns", Column.of(days, CampaignDay::campaignId))
                .days("days", Column.of(days, CampaignDay::day))
                .list(row -> new CampaignDay(
                        row.getObject("campaign_id", UUID.class), row.getObject("day", LocalDate.class)));
    }

    /** The cursor behind a row in the list by day. */
    static Cursor cursor(SpendRow row) {
        SpendKey key = row.key();
        Dimensions dimensions = stored(key.dimensions());
        return Cursor.of(
                key.day(), key.campaignId(), dimensions.region(), dimensions.industry(), dimensions.marketSegment());
    }

    private static SpendRow row(ResultSet row) throws SQLException {
        return new SpendRow(
                new SpendKey(
                        row.getObject("campaign_id", UUID.class),
                        row.getObject("day", LocalDate.class),
                        named(Dimensions.of(row))),
                new SpendFigures(
                        row.getBigDecimal("amount"),
                        row.getObject("impressions", Long.class),
                        row.getObject("clicks", Long.class)),
                row.getObject("request_id", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    /** As in the table, where they are part of the key: empty, not null, where none is named. */
    private static Dimensions stored(Dimensions named) {
        return new Dimensions(orEmpty(named.region()), orEmpty(named.industry()), orEmpty(named.marketSegment()));
    }

    private static Dimensions named(Dimensions stored) {
        return new Dimensions(orNull(stored.region()), orNull(stored.industry()), orNull(stored.marketSegment()));
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }

    private static String orNull(String value) {
        return value.isEmpty() ? null : value;
    }

    private static String names(List<Column<SpendRow>> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
