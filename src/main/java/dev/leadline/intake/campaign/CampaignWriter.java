package dev.leadline.intake.campaign;

import dev.leadline.intake.record.Dimensions;
import dev.leadline.intake.record.Meeting;
import dev.leadline.intake.record.OnExisting;
import dev.leadline.intake.record.RecordReader;
import dev.leadline.intake.record.RowOutcome;
import dev.leadline.intake.record.StoredRecord;
import dev.leadline.platform.RecordId;
import dev.leadline.platform.json.ContentHash;
import dev.leadline.platform.problem.Problem;
import dev.leadline.platform.sql.BulkStatement;
import dev.leadline.platform.sql.Column;
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
import java.util.stream.Stream;

/** Writes campaigns, many at a time. Takes part in the caller's transaction. */
@ApplicationScoped
class CampaignWriter {

    /** A row on its way, with the id it gets if it is new. */
    private record Row(UUID id, CampaignRequest request, byte[] hash) {

        Row of(UUID other) {
            return new Row(other, request, hash);
        }
    }

    private static final Column<Row> ID = Column.id("id", Row::id);
    private static final Column<Row> NAME =
            Column.text("name", row -> row.request().name());
    private static final Column<Row> STATUS =
            Column.choice("status", row -> row.request().status());
    private static final Column<Row> HASH = Column.binary("content_hash", Row::hash);

    /** What a request may leave open, and has no default then. */
    private static final List<Column<Row>> OPEN = Stream.<List<Column<Row>>>of(
                    List.of(
                            Column.text("channel", row -> row.request().channel()),
                            Column.text("store", row -> row.request().store()),
                            Column.text("product", row -> row.request().product()),
                            Column.text("category", row -> row.request().category()),
                            Column.text("price_tier", row -> row.request().priceTier())),
                    Dimensions.columns(row -> row.request().dimensions()),
                    List.of(
                            Column.amount("daily_budget", row -> row.request().dailyBudget()),
                            Column.day("start_date", row -> row.request().startDate()),
                            Column.day("end_date", row -> row.request().endDate())))
            .flatMap(List::stream)
            .toList();

    private static final BulkStatement<Row> INSERT = BulkStatement.insertAbsent(
            "campaign",
            Stream.<List<Column<Row>>>of(
                            List.of(
                                    ID,
                                    Column.text(
                                            "external_id", row -> row.request().externalId()),
                                    NAME.orElse("new.external_id")),
                            OPEN,
                            List.of(STATUS.orElse("'ACTIVE'"), HASH, Column.same("recorded_at", ":now")))
                    .flatMap(List::stream)
                    .toList(),
            "external_id");

    /** What the row leaves open stays as somebody may have set it by hand. */
    private static final BulkStatement<Row> FILL_IN = BulkStatement.update(
            "campaign",
            ID,
            Stream.of(
                            Stream.of(NAME.orElse("campaign.name")),
                            OPEN.stream().map(column -> column.orElse("campaign." + column.name())),
                            Stream.of(
                                    STATUS.orElse(
                                            "case when campaign.status = 'DISCOVERED' then 'ACTIVE' else campaign.status end"),
                                    HASH))
                    .flatMap(columns -> columns)
                    .toList());

    private final WorkspaceSql sql;
    private final RecordReader<CampaignEntity, Campaign> records;
    private final CampaignMerge merge;
    private final CampaignAliases aliases;
    private final Clock clock;

    CampaignWriter(
            WorkspaceSql sql, CampaignRepository campaigns, CampaignMerge merge, CampaignAliases aliases, Clock clock) {
        this.sql = sql;
        this.records = campaigns.reader();
        this.merge = merge;
        this.aliases = aliases;
        this.clock = clock;
    }

    /**
     * Stores new campaigns, fills in those that were only discovered, and does with the rest what is asked for.
     *
     * @param requests valid and normalised
     * @return the outcomes in the requests' order
     */
    List<RowOutcome> write(List<CampaignRequest> requests, OnExisting onExisting) {
        List<Row> rows = requests.stream()
                .map(request -> new Row(RecordId.next(), request, ContentHash.of(request)))
                .toList();
        Map<String, UUID> aliased = aliases.holders(
                requests.stream().map(CampaignRequest::externalId).toList());
        Set<UUID> inserted = insert(rows.stream()
                .filter(row -> !aliased.containsKey(row.request().externalId()))
                .toList());
        Map<String, StoredRecord> stored = stored(rows, inserted);
        Map<UUID, Row> fillings = new LinkedHashMap<>();
        List<RowOutcome> outcomes = new ArrayList<>(rows.size());
        List<Meeting<Row>> meetings = new ArrayList<>();
        for (Row row : rows) {
            UUID named = aliased.get(row.request().externalId());
            RowOutcome outcome = named != null
                    ? RowOutcome.rejected(isAlias(row, named))
                    : inserted.contains(row.id())
                            ? RowOutcome.created(row.id())
                            : outcome(row, stored, fillings, onExisting);
            if (outcome == null) {
                UUID holder = stored.get(row.request().externalId()).id();
                meetings.add(new Meeting<>(outcomes.size(), row, holder));
            }
            outcomes.add(outcome);
        }
        if (!fillings.isEmpty()) {
            fillIn(fillings);
        }
        records.meet(
                meetings,
                onExisting == OnExisting.UPDATE,
                (meeting, campaign) ->
                        outcomes.set(meeting.index(), meet(meeting.row().request(), campaign, onExisting)));
        return outcomes;
    }

    private static Problem isAlias(Row row, UUID holder) {
        return Problem.conflict(
                row.request().externalId()
                        + " is an alias of another campaign. Change that one by PATCH, or take this out of its aliases first.",
                holder);
    }

    /** What becomes of a row that no stored campaign need be read for; null if one must be. */
    private static RowOutcome outcome(
            Row row, Map<String, StoredRecord> stored, Map<UUID, Row> fillings, OnExisting onExisting) {
        String externalId = row.request().externalId();
        StoredRecord holder = stored.get(externalId);
        if (holder.contentHash() == null) {
            fillings.put(holder.id(), row);
            stored.put(externalId, new StoredRecord(holder.id(), row.hash()));
            return RowOutcome.updated(holder.id());
        }
        boolean repeated = onExisting != OnExisting.UPDATE && holder.isFrom(row.hash());
        return repeated ? RowOutcome.unchanged(holder.id()) : null;
    }

    private RowOutcome meet(CampaignRequest request, CampaignEntity campaign, OnExisting onExisting) {
        CampaignUpdate given = CampaignUpdate.of(request);
        CampaignUpdate stored = CampaignUpdate.of(campaign);
        if (onExisting == OnExisting.UPDATE) {
            return merge.merge(campaign, stored.with(given));
        }
        return given.withDefaults(request.externalId(), stored.aliases()).equals(stored)
                ? RowOutcome.unchanged(campaign.id)
                : onExisting.outcome(campaign.id, "Campaign " + campaign.externalId);
    }

    /** Inserts what is new; of rows with the same key the first. */
    private Set<UUID> insert(List<Row> rows) {
        // Sorted, so that two batches with the same campaigns do not lock each other out; stable, so that the first
        // wins.
        List<Row> sorted = rows.stream()
                .sorted(Comparator.comparing(row -> row.request().externalId()))
                .toList();
        return new HashSet<>(sql.statement(INSERT, sorted)
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

    private void fillIn(Map<UUID, Row> fillings) {
        List<Row> rows = fillings.entrySet().stream()
                .map(filling -> filling.getValue().of(filling.getKey()))
                .toList();
        sql.statement(FILL_IN, rows).update();
    }
}
