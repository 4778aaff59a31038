package dev.leadline.intake.inquiry;

import dev.leadline.intake.batch.Warnings;
import dev.leadline.intake.campaign.CampaignLookup;
import dev.leadline.intake.campaign.CampaignReference;
import dev.leadline.intake.campaign.NearNames;
import dev.leadline.intake.record.ChangedDays;
import dev.leadline.intake.record.Dimensions;
import dev.leadline.intake.record.ExistingRecords;
import dev.leadline.intake.record.Meeting;
import dev.leadline.intake.record.OnExisting;
import dev.leadline.intake.record.RecordReader;
import dev.leadline.intake.record.RowOutcome;
import dev.leadline.intake.record.StoredRecord;
import dev.leadline.platform.RecordId;
import dev.leadline.platform.problem.Problem;
import dev.leadline.platform.sql.BulkStatement;
import dev.leadline.platform.sql.Column;
import dev.leadline.platform.time.GivenTime;
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
import java.util.stream.Stream;

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

    private static final BulkStatement<Row> INSERT = BulkStatement.insertAbsent(
            "inquiry",
            Stream.<List<Column<Row>>>of(
                            List.of(
                                    Column.id("id", Row::id),
                                    Column.text("source", row -> row.key().source()),
                                    Column.text("external_id", row -> row.key().externalId()),
                                    Column.id("campaign_id", Row::campaignId),
                                    Column.instant("received_at", Row::receivedAt),
                                    Column.day("day", Row::day)),
                            Dimensions.columns(row -> row.request().dimensions()),
                            List.of(
                                    Column.<Row>choice("status", row -> row.request()
                                                    .status())
                                            .orElse("'NEW'"),
                                    Column.same("status_changed_at", ":now"),
                                    Column.<Row>flag(
                                                    "test", row -> row.request().test())
                                            .orElse("false"),
                                    Column.json("contact", row -> row.draft().contact()),
                                    Column.json("click_ids", row -> row.draft().clickIds()),
                                    Column.text("message", row -> row.request().message()),
                                    Column.instant(
                                            "first_responded_at",
                                            row -> GivenTime.instant(
                                                    row.request().firstRespondedAt())),
                                    Column.binary("content_hash", Row::hash),
                                    Column.same("recorded_at", ":now")))
                    .flatMap(List::stream)
                    .toList(),
            "source",
            "external_id");

    private final WorkspaceSql sql;
    private final WorkspaceService workspaces;
    private final CampaignLookup campaigns;
    private final RecordReader<InquiryEntity, Inquiry> records;
    private final InquiryMerge merge;
    private final NearNames nearNames;
    private final ChangedDays changes;
    private final Clock clock;

    InquiryWriter(
            WorkspaceSql sql,
            WorkspaceService workspaces,
            CampaignLookup campaigns,
            InquiryRepository inquiries,
            InquiryMerge merge,
            NearNames nearNames,
            ChangedDays changes,
            Clock clock) {
        this.sql = sql;
        this.workspaces = workspaces;
        this.campaigns = campaigns;
        this.records = inquiries.reader();
        this.merge = merge;
        this.nearNames = nearNames;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Stores what is new, and does with the rest what is asked for.
     *
     * @param warnings of what is stored and yet may be wrong
     * @return the outcomes in the drafts' order
     */
    List<RowOutcome> write(List<InquiryDraft> drafts, OnExisting onExisting, Warnings warnings) {
        Instant now = Instants.now(clock);
        List<Row> rows = rows(drafts, warnings, now);
        ExistingRecords<InquiryKey> existing =
                insert(rows, now) == rows.size() ? ExistingRecords.ofNewRows() : existing(rows);
        List<LocalDate> days = new ArrayList<>();
        List<RowOutcome> outcomes = new ArrayList<>(rows.size());
        List<Meeting<Row>> meetings = new ArrayList<>();
        for (Row row : rows) {
            RowOutcome outcome = outcome(row, existing, onExisting);
            if (outcome == null) {
                meetings.add(new Meeting<>(
                        outcomes.size(), row, existing.of(row.key()).id()));
            } else if (outcome.isCreated()) {
                days.add(row.day());
            }
            outcomes.add(outcome);
        }
        records.meet(meetings, onExisting == OnExisting.UPDATE, (meeting, inquiry) -> {
            RowOutcome outcome = meet(meeting.row(), inquiry, onExisting);
            outcomes.set(meeting.index(), outcome);
            if (outcome.isUpdated()) {
                days.add(inquiry.day);
            }
        });
        changes.mark(days);
        return outcomes;
    }

    private List<Row> rows(List<InquiryDraft> drafts, Warnings warnings, Instant now) {
        ZoneId zone = workspaces.currentForRecords().zone();
        Map<CampaignReference, UUID> campaignIds = campaigns.resolve(
                drafts.stream().map(draft -> draft.request().campaign()).collect(Collectors.toSet()),
                discovered -> nearNames.warn(discovered, warnings::add));
        List<Row> rows = new ArrayList<>(drafts.size());
        for (InquiryDraft draft : drafts) {
            InquiryRequest request = draft.request();
            Instant receivedAt =
                    request.receivedAt() == null ? now : request.receivedAt().instant();
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

    /**
     * What becomes of a row that no stored inquiry need be read for; null if one must be. A repeated request is answered as it
     * was at first, even if it would be at fault by now.
     */
    private static RowOutcome outcome(Row row, ExistingRecords<InquiryKey> existing, OnExisting onExisting) {
        if (existing.isNew(row.key(), row.id())) {
            return RowOutcome.created(row.id());
        }
        if (onExisting != OnExisting.UPDATE && existing.isRepeated(row.key(), row.hash())) {
            return RowOutcome.unchanged(existing.of(row.key()).id());
        }
        return row.campaignId() == null
                ? RowOutcome.rejected(
                        Problem.invalid(List.of(row.request().campaign().unknown())))
                : null;
    }

    private RowOutcome meet(Row row, InquiryEntity inquiry, OnExisting onExisting) {
        InquiryUpdate sent = InquiryUpdate.of(row.request(), row.campaignId());
        // What was erased for good stays so, and must not keep the rest from being stored.
        InquiryUpdate given = inquiry.contactErasedAt == null ? sent : sent.withoutContact();
        InquiryUpdate stored = InquiryUpdate.of(inquiry);
        boolean receivedThen =
                row.request().receivedAt() == null || row.receivedAt().equals(inquiry.receivedAt);
        if (onExisting != OnExisting.UPDATE) {
            return receivedThen && given.withDefaults().equals(stored)
                    ? RowOutcome.unchanged(inquiry.id)
                    : onExisting.outcome(inquiry.id, "Inquiry " + inquiry.externalId + " of " + inquiry.source);
        }
        return receivedThen
                ? merge.merge(inquiry, stored.with(given))
                : RowOutcome.rejected(
                        Problem.invalid("/receivedAt", "is not that of the stored inquiry, which cannot change"));
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
        return sql.statement(INSERT, sorted).instant("now", now).countReturned();
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
}
