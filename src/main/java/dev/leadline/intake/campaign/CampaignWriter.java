package dev.leadline.intake.campaign;

import dev.leadline.intake.record.Column;
import dev.leadline.intake.record.RowOutcome;
import dev.leadline.intake.record.StoredRecord;
import dev.leadline.platform.RecordId;
import dev.leadline.platform.json.ContentHash;
import dev.leadline.platform.sql.SqlStatement;
import dev.leadline.platform.time.Instants;
import dev.leadline.workspace.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Writes campaigns, many at a time. Takes part in the caller's transaction. */
@ApplicationScoped
class CampaignWriter {

    /** A row on its way, with the id it gets if it is new. */
    private record Row(UUID id, CampaignRequest request, byte[] hash) {}

    private final WorkspaceSql sql;
    private final Clock clock;

    CampaignWriter(WorkspaceSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Stores new campaigns and fills in those that were only discovered.
     *
     * @param requests valid and normalised
     * @return the outcomes in the requests' order
     */
    List<RowOutcome> write(List<CampaignRequest> requests) {
        List<Row> rows = requests.stream()
                .map(request -> new Row(RecordId.next(), request, ContentHash.of(request)))
                .toList();
        Set<UUID> inserted = insert(rows);
        Map<String, StoredRecord> stored = stored(rows, inserted);
        Map<UUID, Row> fillings = new LinkedHashMap<>();
        List<RowOutcome> outcomes = new ArrayList<>(rows.size());
        for (Row row : rows) {
            outcomes.add(inserted.contains(row.id()) ? RowOutcome.created(row.id()) : meet(row, stored, fillings));
        }
        if (!fillings.isEmpty()) {
            fillIn(fillings);
        }
        return outcomes;
    }

    private static RowOutcome meet(Row row, Map<String, StoredRecord> stored, Map<UUID, Row> fillings) {
        String externalId = row.request().externalId();
        StoredRecord holder = stored.get(externalId);
        if (holder.contentHash() == null) {
            fillings.put(holder.id(), row);
            stored.put(externalId, new StoredRecord(holder.id(), row.hash()));
            return RowOutcome.updated(holder.id());
        }
        return holder.meet(row.hash(), "Campaign " + externalId);
    }

    /** Inserts what is new; of rows with the same key the first. */
    private Set<UUID> insert(List<Row> rows) {
        // Sorted, so that two batches with the same campaigns do not lock each other out; stable, so that the first
        // wins.
        List<Row> sorted = rows.stream()
                .sorted(Comparator.comparing(row -> row.request().externalId()))
                .toList();
        return new HashSet<>(bind("""
                insert into campaign (workspace_id, id, external_id, name, channel, store, product, category, price_tier,
                    region, industry, market_segment, daily_budget, start_date, end_date, status, content_hash, recorded_at)
                select workspace.id, new.id, external_id, coalesce(new.name, external_id), channel, store, product, category,
                    price_tier, region, industry, market_segment, daily_budget, start_date, end_date,
                    coalesce(status, 'ACTIVE'), content_hash, :now
                from workspace cross join unnest(:ids, :externalIds, :names, :channels, :stores, :products, :categories, :priceTiers,
                    :regions, :industries, :marketSegments, :dailyBudgets, :startDates, :endDates, :statuses, :hashes)
                    as new (id, external_id, name, channel, store, product, category, price_tier, region, industry,
                    market_segment, daily_budget, start_date, end_date, status, content_hash)
                where workspace.id = :workspace
                on conflict (workspace_id, external_id) do nothing
                returning id
                """, sorted)
                .ids("ids", Column.of(sorted, Row::id))
                .texts("externalIds", Column.of(sorted, row -> row.request().externalId()))
                .instant("now", Instants.now(clock))
                .list(row -> row.getObject("id", UUID.class)));
    }

    /** The records that held the keys of the rows not inserted; locked, for some will be filled in. */
    private Map<String, StoredRecord> stored(List<Row> rows, Set<UUID> inserted) {
        List<String> externalIds = rows.stream()
                .filter(row -> !inserted.contains(row.id()))
                .map(row -> row.request().externalId())
                .distinct()
                .toList();
        Map<String, StoredRecord> stored = new HashMap<>();
        if (!externalIds.isEmpty()) {
            sql.statement("""
                    select external_id, id, content_hash from campaign
                    where workspace_id = :workspace and external_id = any(:externalIds)
                    order by external_id
                    for no key update
                    """)
                    .texts("externalIds", externalIds)
                    .forEach(row -> stored.put(
                            row.getString("external_id"),
                            new StoredRecord(row.getObject("id", UUID.class), row.getBytes("content_hash"))));
        }
        return stored;
    }

    /** What the row leaves open stays as somebody may have set it by hand. */
    private void fillIn(Map<UUID, Row> fillings) {
        List<Row> rows = List.copyOf(fillings.values());
        bind("""
                update campaign set
                    name = coalesce(filled.name, campaign.name),
                    channel = coalesce(filled.channel, campaign.channel),
                    store = coalesce(filled.store, campaign.store),
                    product = coalesce(filled.product, campaign.product),
                    category = coalesce(filled.category, campaign.category),
                    price_tier = coalesce(filled.price_tier, campaign.price_tier),
                    region = coalesce(filled.region, campaign.region),
                    industry = coalesce(filled.industry, campaign.industry),
                    market_segment = coalesce(filled.market_segment, campaign.market_segment),
                    daily_budget = coalesce(filled.daily_budget, campaign.daily_budget),
                    start_date = coalesce(filled.start_date, campaign.start_date),
                    end_date = coalesce(filled.end_date, campaign.end_date),
                    status = coalesce(filled.status,
                        case when campaign.status = 'DISCOVERED' then 'ACTIVE' else campaign.status end),
                    content_hash = filled.content_hash
                from unnest(:ids, :names, :channels, :stores, :products, :categories, :priceTiers, :regions,
                    :industries, :marketSegments, :dailyBudgets, :startDates, :endDates, :statuses, :hashes)
                    as filled (id, name, channel, store, product, category, price_tier, region, industry,
                    market_segment, daily_budget, start_date, end_date, status, content_hash)
                where campaign.workspace_id = :workspace and campaign.id = filled.id
                """, rows).ids("ids", List.copyOf(fillings.keySet())).update();
    }

    private SqlStatement bind(String statement, List<Row> rows) {
        return sql.statement(statement)
                .texts("names", Column.of(rows, row -> row.request().name()))
                .texts("channels", Column.of(rows, row -> row.request().channel()))
                .texts("stores", Column.of(rows, row -> row.request().store()))
                .texts("products", Column.of(rows, row -> row.request().product()))
                .texts("categories", Column.of(rows, row -> row.request().category()))
                .texts("priceTiers", Column.of(rows, row -> row.request().priceTier()))
                .texts("regions", Column.of(rows, row -> row.request().region()))
                .texts("industries", Column.of(rows, row -> row.request().industry()))
                .texts("marketSegments", Column.of(rows, row -> row.request().marketSegment()))
                .amounts("dailyBudgets", Column.of(rows, row -> row.request().dailyBudget()))
                .days("startDates", Column.of(rows, row -> row.request().startDate()))
                .days("endDates", Column.of(rows, row -> row.request().endDate()))
                .texts("statuses", Column.of(rows, row -> nameOf(row.request().status())))
                .bytes("hashes", Column.of(rows, Row::hash));
    }

    private static String nameOf(CampaignStatus status) {
        return status == null ? null : status.name();
    }
}
