package dev.leadline.intake.deal;

import dev.leadline.intake.inquiry.InquiryKey;
import dev.leadline.intake.inquiry.InquiryLookup;
import dev.leadline.intake.inquiry.KnownInquiry;
import dev.leadline.intake.record.ChangedDays;
import dev.leadline.intake.record.Dimensions;
import dev.leadline.intake.record.ExistingRecords;
import dev.leadline.intake.record.RowOutcome;
import dev.leadline.intake.record.StoredRecord;
import dev.leadline.platform.RecordId;
import dev.leadline.platform.problem.FieldError;
import dev.leadline.platform.problem.Problem;
import dev.leadline.platform.sql.BulkStatement;
import dev.leadline.platform.sql.Column;
import dev.leadline.platform.time.Instants;
import dev.leadline.workspace.Workspace;
import dev.leadline.workspace.WorkspaceService;
import dev.leadline.workspace.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes deals, many at a time. Takes part in the caller's transaction. */
@ApplicationScoped
class DealWriter {

    /**
     * A row on its way.
     *
     * @param id that it gets if it is new
     * @param inquiry null if there is no such inquiry
     * @param terms null if there is no such inquiry
     */
    private record Row(UUID id, DealDraft draft, KnownInquiry inquiry, DealTerms terms) {

        DealRequest request() {
            return draft.request();
        }

        byte[] hash() {
            return draft.hash();
        }

        String externalId() {
            return request().externalId();
        }

        List<FieldError> faults() {
            return inquiry == null ? List.of(request().inquiry().unknown()) : terms.faults();
        }
    }

    private static final BulkStatement<Row> INSERT = BulkStatement.insertAbsent(
            "deal",
            Stream.<List<Column<Row>>>of(
                            List.of(
                                    Column.id("id", Row::id),
                                    Column.text("external_id", Row::externalId),
                                    Column.id("inquiry_id", row -> row.inquiry().id()),
                                    Column.id(
                                            "campaign_id", row -> row.inquiry().campaignId())),
                            Dimensions.columns(row -> row.inquiry().dimensions()),
                            List.of(
                                    Column.day(
                                            "cohort_day", row -> row.inquiry().day()),
                                    Column.instant(
                                            "closed_at", row -> row.terms().closedAt()),
                                    Column.day("closed_day", row -> row.terms().closedDay()),
                                    Column.number("lag_days", row ->
                                            (long) row.terms().lagDays()),
                                    Column.amount("revenue", row -> row.terms().revenue()),
                                    Column.amount("margin", row -> row.terms().margin()),
                                    Column.flag(
                                            "margin_by_rate",
                                            row -> row.request().margin() == null),
                                    Column.choice("status", row -> row.terms().status()),
                                    Column.same("status_changed_at", ":now"),
                                    Column.instant(
                                            "cancelled_at", row -> row.terms().cancelledAt()),
                                    Column.day(
                                            "cancelled_day", row -> row.terms().cancelledDay()),
                                    Column.amount("refunded", row -> row.terms().refunded()),
                                    Column.instant(
                                            "refunded_at", row -> row.terms().refundedAt()),
                                    Column.day(
                                            "refunded_day", row -> row.terms().refundedDay()),
                                    Column.binary("content_hash", Row::hash),
                                    Column.same("recorded_at", ":now")))
                    .flatMap(List::stream)
                    .toList(),
            "external_id");

    private final WorkspaceSql sql;
    private final WorkspaceService workspaces;
    private final InquiryLookup inquiries;
    private final ChangedDays changes;
    private final Clock clock;

    DealWriter(
            WorkspaceSql sql, WorkspaceService workspaces, InquiryLookup inquiries, ChangedDays changes, Clock clock) {
        this.sql = sql;
        this.workspaces = workspaces;
        this.inquiries = inquiries;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Stores what is new.
     *
     * @return the outcomes in the drafts' order
     */
    List<RowOutcome> write(List<DealDraft> drafts) {
        Instant now = Instants.now(clock);
        List<Row> rows = rows(drafts, now);
        ExistingRecords<String> existing =
                insert(rows, now) == rows.size() ? ExistingRecords.ofNewRows() : existing(rows);
        changes.mark(rows.stream()
                .filter(row -> existing.isNew(row.externalId(), row.id()))
                .map(row -> row.inquiry().day())
                .toList());
        return rows.stream().map(row -> outcome(row, existing)).toList();
    }

    private List<Row> rows(List<DealDraft> drafts, Instant now) {
        List<DealRequest> requests = drafts.stream().map(DealDraft::request).toList();
        Workspace workspace = workspaces.currentForRecords();
        Map<UUID, KnownInquiry> byId = inquiries.byId(requests.stream()
                .map(DealRequest::inquiryId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<InquiryKey, KnownInquiry> byKey = inquiries.byKey(requests.stream()
                .filter(request -> request.inquiryId() == null)
                .map(request -> request.inquiry().key())
                .distinct()
                .toList());
        List<Row> rows = new ArrayList<>(drafts.size());
        for (DealDraft draft : drafts) {
            DealRequest request = draft.request();
            KnownInquiry inquiry = request.inquiryId() != null
                    ? byId.get(request.inquiryId())
                    : byKey.get(request.inquiry().key());
            DealTerms terms = inquiry == null
                    ? null
                    : DealTerms.of(request.terms(), inquiry.receivedAt(), inquiry.day(), workspace, now);
            rows.add(new Row(RecordId.next(), draft, inquiry, terms));
        }
        return rows;
    }

    /** A repeated request is answered as it was at first, even if it would be at fault by now. */
    private static RowOutcome outcome(Row row, ExistingRecords<String> existing) {
        if (existing.isNew(row.externalId(), row.id())) {
            return RowOutcome.created(row.id());
        }
        if (!row.faults().isEmpty() && !existing.isRepeated(row.externalId(), row.hash())) {
            return RowOutcome.rejected(Problem.invalid(row.faults()));
        }
        return existing.of(row.externalId()).meet(row.hash(), "Deal " + row.externalId());
    }

    /** Inserts what is new and without fault; of rows with the same key the first. How many rows that were. */
    private int insert(List<Row> rows, Instant now) {
        // Sorted, so that two batches with the same deals do not lock each other out; stable, so that the first wins.
        List<Row> sorted = rows.stream()
                .filter(row -> row.faults().isEmpty())
                .sorted(Comparator.comparing(Row::externalId))
                .toList();
        if (sorted.isEmpty()) {
            return 0;
        }
        return sql.statement(INSERT, sorted).instant("now", now).countReturned();
    }

    /** The records that hold the rows' keys now. */
    private ExistingRecords<String> existing(List<Row> rows) {
        List<String> externalIds = rows.stream().map(Row::externalId).distinct().toList();
        Map<String, StoredRecord> stored = new HashMap<>();
        sql.statement("""
                    select deal.external_id, deal.id, deal.content_hash
                    from unnest((select :externalIds)) as wanted (external_id)
                    join deal on deal.workspace_id = :workspace and deal.external_id = wanted.external_id
                    """)
                .texts("externalIds", externalIds)
                .forEach(row -> stored.put(
                        row.getString("external_id"),
                        new StoredRecord(row.getObject("id", UUID.class), row.getBytes("content_hash"))));
        return ExistingRecords.of(stored);
    }
}
