package dev.leadline.intake.spend;

import dev.leadline.platform.money.Amounts;
import dev.leadline.platform.paging.Cursor;
import dev.leadline.platform.sql.BulkStatement;
import dev.leadline.platform.sql.Column;
import dev.leadline.workspace.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and replaces spend. Its key has six parts and no id, so it is done by SQL rather than through an entity. */
@ApplicationScoped
class SpendRepository {

    private static final BulkStatement<SpendDay> REPLACE = BulkStatement.insertOrReplace(
            "spend_day",
            List.of(
                    Column.id("campaign_id", SpendDay::campaignId),
                    Column.day("day", SpendDay::day),
                    Column.text("region", day -> day.key().region()),
                    Column.text("industry", day -> day.key().industry()),
                    Column.text("market_segment", day -> day.key().marketSegment()),
                    Column.amount("amount", SpendDay::amount),
                    Column.number("impressions", SpendDay::impressions),
                    Column.number("clicks", SpendDay::clicks),
                    Column.instant("recorded_at", SpendDay::recordedAt)),
            "campaign_id",
            "day",
            "region",
            "industry",
            "market_segment");

    private final WorkspaceSql sql;

    SpendRepository(WorkspaceSql sql) {
        this.sql = sql;
    }

    /** Spend by day, the latest first. */
    List<SpendDay> latest(UUID campaignId, LocalDate from, LocalDate to, Optional<Cursor> after, int count) {
        return sql.statement("""
                select campaign_id, day, region, industry, market_segment, amount, impressions, clicks, recorded_at
                from spend_day
                where workspace_id = :workspace
                    and (cast(:campaign as uuid) is null or campaign_id = cast(:campaign as uuid))
                    and (cast(:from as date) is null or day >= cast(:from as date))
                    and (cast(:to as date) is null or day <= cast(:to as date))
                    and (cast(:lastDay as date) is null or day < cast(:lastDay as date)
                        or day = cast(:lastDay as date) and (campaign_id, region, industry, market_segment)
                            > (cast(:lastCampaign as uuid), :lastRegion, :lastIndustry, :lastSegment))
                order by day desc, campaign_id, region, industry, market_segment
                limit :count
                """)
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

    /** Whether anything at all is stored of the keys' campaigns between the first of their days and the last. */
    boolean isAny(List<SpendKey> keys) {
        List<LocalDate> days = keys.stream().map(SpendKey::day).toList();
        return !sql.statement("""
                select 1
                from unnest((select :campaigns)) as wanted (campaign_id)
                where exists (
                    select from spend_day
                    where workspace_id = :workspace and campaign_id = wanted.campaign_id
                        and day between cast(:from as date) and cast(:to as date))
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
        return sql.statement("""
                select spend.campaign_id, spend.day, spend.region, spend.industry, spend.market_segment, spend.amount,
                    spend.impressions, spend.clicks, spend.recorded_at
                from unnest((select :campaigns), (select :days), (select :regions), (select :industries),
                    (select :segments)) as wanted (campaign_id, day, region, industry, market_segment)
                join spend_day spend on spend.workspace_id = :workspace
                    and spend.campaign_id = wanted.campaign_id and spend.day = wanted.day
                    and spend.region = wanted.region and spend.industry = wanted.industry
                    and spend.market_segment = wanted.market_segment
                """)
                .ids("campaigns", Column.of(keys, SpendKey::campaignId))
                .days("days", Column.of(keys, SpendKey::day))
                .texts("regions", Column.of(keys, SpendKey::region))
                .texts("industries", Column.of(keys, SpendKey::industry))
                .texts("segments", Column.of(keys, SpendKey::marketSegment))
                .list(SpendRepository::spendDay);
    }

    /** Stores these days, in place of what was there; each key once, in the order given. */
    void replace(List<SpendDay> days) {
        sql.statement(REPLACE, days).update();
    }

    private static SpendDay spendDay(ResultSet row) throws SQLException {
        Instant recordedAt = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        return new SpendDay(
                row.getObject("campaign_id", UUID.class),
                row.getObject("day", LocalDate.class),
                Amounts.normalised(row.getBigDecimal("amount")),
                row.getObject("impressions", Long.class),
                row.getObject("clicks", Long.class),
                orNull(row.getString("region")),
                orNull(row.getString("industry")),
                orNull(row.getString("market_segment")),
                recordedAt);
    }

    private static String orNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
