package dev.leadline.intake.inquiry;

import dev.leadline.intake.campaign.CampaignLookup;
import dev.leadline.intake.campaign.CampaignReference;
import dev.leadline.intake.record.ChangedDays;
import dev.leadline.intake.record.Column;
import dev.leadline.intake.record.ExistingRecords;
import dev.leadline.intake.record.RowOutcome;
import dev.leadline.intake.record.StoredRecord;
import dev.leadline.platform.RecordId;
import dev.leadline.platform.problem.Problem;
import dev.leadline.platform.time.Instants;
import dev.leadline.workspace.WorkspaceService;
import dev.leadline.workspace.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes inquiries, many at a time. Takes part in the caller's transaction. */
@ApplicationScoped
class InquiryWriter {

    /**
     * A row on its way.
     *
     * @param id that it gets if it is new
     * @param campaignId null if there is no such campaign
     */
    private record Row(
            UUID id, InquiryKey key, InquiryDraft draft, UUID campaignId, Instant receivedAt, LocalDate day) {

        InquiryRequest request() {
            return draft.request();
        }

        byte[] hash() {
            return draft.hash();
        }
    }

    private final WorkspaceSql sql;
    private final WorkspaceService workspaces;
    private final CampaignLookup campaigns;
    private final ChangedDays changes;
    private final Clock clock;

    InquiryWriter(
            WorkspaceSql sql, WorkspaceService workspaces, CampaignLookup campaigns, ChangedDays changes, Clock clock) {
        this.sql = sql;
        this.workspaces = workspaces;
        this.campaigns = campaigns;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Stores what is new.
     *
     * @return the outcomes in the drafts' order
     */
    List<RowOutcome> write(List<InquiryDraft> drafts) {
        Instant now = Instants.now(clock);
        List<Row> rows = rows(drafts, now);
        ExistingRecords<InquiryKey> existing =
                insert(rows, now) == rows.size() ? ExistingRecords.ofNewRows() : existing(rows);
        changes.mark(rows.stream()
                .filter(row -> existing.isNew(row.key(), row.id()))
                .map(Row::day)
                .toList());
        return rows.stream().map(row -> outcome(row, existing)).toList();
    }

    private List<Row> rows(List<InquiryDraft> drafts, Instant now) {
        ZoneId zone = workspaces.currentForRecords().zone();
        Map<CampaignReference, UUID> campaignIds = campaigns.resolve(
                drafts.stream().map(draft -> draft.request().campaign()).collect(Collectors.toSet()));
        List<Row> rows = new ArrayList<>(drafts.size());
        for (InquiryDraft draft : drafts) {
            InquiryRequest request = draft.request();
            Instant receivedAt = request.receivedAt() == null ? now : Instants.of(request.receivedAt());
            rows.add(new Row(
                    RecordId.next(),
                    request.key(),
                    draft,
                    campaignIds.get(request.campaign()),
                    receivedAt,
                    LocalDate.ofInstant(receivedAt, zone)));
        }
        return rows;
    }

    /** A repeated request is answered as it was at first, even if it would be at fault by now. */
    private static RowOutcome outcome(Row row, ExistingRecords<InquiryKey> existing) {
        if (existing.isNew(row.key(), row.id())) {
            return RowOutcome.created(row.id());
        }
        if (row.campaignId() == null && !existing.isRepeated(row.key(), row.hash())) {
            return RowOutcome.rejected(
                    Problem.invalid(List.of(row.request().campaign().unknown())));
        }
        return existing.of(row.key())
                .meet(
                        row.hash(),
                        "Inquiry " + row.key().externalId() + " of " + row.key().source());
    }

    /** Inserts what is new; of rows with the same key the first. How many rows that were. */
    private int insert(List<Row> rows, Instant now) {
        // Sorted, so that two batches with the same inquiries do not lock each other out; stable, so that the first
        // wins.
        List<Row> sorted = rows.stream()
                .filter(row -> row.campaignId() != null)
                .sorted(Comparator.comparing(Row::key))
                .toList();
        if (sorted.isEmpty()) {
            return 0;
        }
        return sql.statement("""
                insert into inquiry (workspace_id, id, source, external_id, campaign_id, received_at, day, region,
                    industry, market_segment, status, status_changed_at, test, contact, click_ids, message, content_hash,
                    recorded_at, first_responded_at)
                select workspace.id, new.id, source, external_id, campaign_id, received_at, day, region, industry,
                    market_segment, coalesce(status, 'NEW'), :now, coalesce(test, false), cast(contact as jsonb),
                    cast(click_ids as jsonb), message, content_hash, :now, first_responded_at
                from workspace cross join (select unnest(:ids) as id, unnest(:sources) as source, unnest(:externalIds) as external_id,
                    unnest(:campaignIds) as campaign_id, unnest(:receivedAts) as received_at, unnest(:days) as day,
                    unnest(:regions) as region, unnest(:industries) as industry,
                    unnest(:marketSegments) as market_segment, unnest(:statuses) as status, unnest(:tests) as test,
                    unnest(:contacts) as contact, unnest(:clickIds) as click_ids, unnest(:messages) as message,
                    unnest(:hashes) as content_hash, unnest(:firstRespondedAts) as first_responded_at) as new
                where workspace.id = :workspace
                on conflict (workspace_id, source, external_id) do nothing
                returning id
                """)
                .ids("ids", Column.of(sorted, Row::id))
                .texts("sources", Column.of(sorted, row -> row.key().source()))
                .texts("externalIds", Column.of(sorted, row -> row.key().externalId()))
                .ids("campaignIds", Column.of(sorted, Row::campaignId))
                .instants("receivedAts", Column.of(sorted, Row::receivedAt))
                .days("days", Column.of(sorted, Row::day))
                .texts("regions", Column.of(sorted, row -> row.request().region()))
                .texts("industries", Column.of(sorted, row -> row.request().industry()))
                .texts("marketSegments", Column.of(sorted, row -> row.request().marketSegment()))
                .texts("statuses", Column.of(sorted, row -> nameOf(row.request().status())))
                .flags("tests", Column.of(sorted, row -> row.request().test()))
                .texts("contacts", Column.of(sorted, row -> row.draft().contact()))
                .texts("clickIds", Column.of(sorted, row -> row.draft().clickIds()))
                .texts("messages", Column.of(sorted, row -> row.request().message()))
                .bytes("hashes", Column.of(sorted, Row::hash))
                .instants(
                        "firstRespondedAts",
                        Column.of(sorted, row -> Instants.of(row.request().firstRespondedAt())))
                .instant("now", now)
                .countReturned();
    }

    /** The records that hold the rows' keys now. */
    private ExistingRecords<InquiryKey> existing(List<Row> rows) {
        List<InquiryKey> keys = rows.stream().map(Row::key).distinct().toList();
        Map<InquiryKey, StoredRecord> stored = new HashMap<>();
        sql.statement("""
                    select inquiry.source, inquiry.external_id, inquiry.id, inquiry.content_hash
                    from unnest((select :sources), (select :externalIds)) as wanted (source, external_id)
                    join inquiry on inquiry.workspace_id = :workspace and inquiry.source = wanted.source
                        and inquiry.external_id = wanted.external_id
                    """)
                .texts("sources", Column.of(keys, InquiryKey::source))
                .texts("externalIds", Column.of(keys, InquiryKey::externalId))
                .forEach(row -> stored.put(
                        new InquiryKey(row.getString("source"), row.getString("external_id")),
                        new StoredRecord(row.getObject("id", UUID.class), row.getBytes("content_hash"))));
        return ExistingRecords.of(stored);
    }

    private static String nameOf(InquiryStatus status) {
        return status == null ? null : status.name();
    }
}
