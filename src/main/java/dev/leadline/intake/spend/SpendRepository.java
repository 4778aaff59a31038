package dev.leadline.intake.spend;

import dev.leadline.intake.record.Dimensions;
import dev.leadline.platform.money.Amounts;
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

    private static final List<Column<SpendDay>> KEY = Stream.of(
                    List.of(Column.id("campaign_id", SpendDay::campaignId), Column.day("day", SpendDay::day)),
                    Dimensions.<SpendDay>columns(day -> stored(day.dimensions())))
            .flatMap(List::stream)
            .toList();

    private static final List<Column<SpendDay>> COLUMNS = Stream.of(
                    KEY,
                    List.<Column<SpendDay>>of(
                            Column.amount("amount", SpendDay::amount),
                            Column.number("impressions", SpendDay::impressions),
                            Column.number("clicks", SpendDay::clicks),
                            Column.instant("recorded_at", SpendDay::recordedAt)))
            .flatMap(List::stream)
            .toList();

    private static final BulkStatement<SpendDay> REPLACE = BulkStatement.insertOrReplace(
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

    private final WorkspaceSql sql;

    SpendRepository(WorkspaceSql sql) {
        this.sql = sql;
    }

    /** Spend by day, the latest first. */
    List<SpendDay> latest(UUID campaignId, LocalDate from, LocalDate to, Optional<Cursor> after, int count) {
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
                .list(SpendRepository::spendDay);
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
    List<SpendDay> find(List<SpendKey> keys) {
        List<Dimensions> dimensions = Column.of(keys, key -> stored(key.dimensions()));
        return sql.statement(FIND)
                .ids("campaigns", Column.of(keys, SpendKey::campaignId))
                .days("days", Column.of(keys, SpendKey::day))
                .texts("regions", Column.of(dimensions, Dimensions::region))
                .texts("industries", Column.of(dimensions, Dimensions::industry))
                .texts("segments", Column.of(dimensions, Dimensions::marketSegment))
                .list(SpendRepository::spendDay);
    }

    /** Stores these days, in place of what was there; each key once, in the order given. */
    void replace(List<SpendDay> days) {
        sql.statement(REPLACE, days).update();
    }

    /** The cursor behind a day in the list by day. */
    static Cursor cursor(SpendDay day) {
        Dimensions dimensions = stored(day.dimensions());
        return Cursor.of(
                day.day(), day.campaignId(), dimensions.region(), dimensions.industry(), dimensions.marketSegment());
    }

    private static SpendDay spendDay(ResultSet row) throws SQLException {
        return SpendDay.of(
                new SpendKey(
                        row.getObject("campaign_id", UUID.class),
                        row.getObject("day", LocalDate.class),
                        named(Dimensions.of(row))),
                Amounts.normalised(row.getBigDecimal("amount")),
                row.getObject("impressions", Long.class),
                row.getObject("clicks", Long.class),
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

    private static String names(List<Column<SpendDay>> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
