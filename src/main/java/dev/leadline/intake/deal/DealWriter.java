package dev.leadline.intake.deal;

import dev.leadline.intake.inquiry.InquiryKey;
import dev.leadline.intake.inquiry.InquiryLookup;
import dev.leadline.intake.inquiry.KnownInquiry;
import dev.leadline.intake.record.ChangedDays;
import dev.leadline.intake.record.Column;
import dev.leadline.intake.record.ExistingRecords;
import dev.leadline.intake.record.RowOutcome;
import dev.leadline.intake.record.StoredRecord;
import dev.leadline.platform.RecordId;
import dev.leadline.platform.problem.FieldError;
import dev.leadline.platform.problem.Problem;
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
        List<DealTerms> terms = Column.of(sorted, Row::terms);
        List<KnownInquiry> inquiries = Column.of(sorted, Row::inquiry);
        return sql.statement("""
                insert into deal (workspace_id, id, external_id, inquiry_id, closed_at, closed_day, revenue, margin,
                    status, status_changed_at, cancelled_at, cancelled_day, campaign_id, region, industry, market_segment,
                    cohort_day, lag_days, content_hash, recorded_at)
                select workspace.id, new.id, external_id, inquiry_id, closed_at, closed_day, revenue, margin, status, :now,
                    cancelled_at, cancelled_day, campaign_id, region, industry, market_segment, cohort_day, lag_days,
                    content_hash, :now
                from workspace cross join (select unnest(:ids) as id, unnest(:externalIds) as external_id, unnest(:inquiryIds) as inquiry_id,
                    unnest(:closedAts) as closed_at, unnest(:closedDays) as closed_day, unnest(:revenues) as revenue,
                    unnest(:margins) as margin, unnest(:statuses) as status, unnest(:cancelledAts) as cancelled_at,
                    unnest(:cancelledDays) as cancelled_day, unnest(:campaignIds) as campaign_id,
                    unnest(:regions) as region, unnest(:industries) as industry,
                    unnest(:marketSegments) as market_segment, unnest(:cohortDays) as cohort_day,
                    unnest(:lags) as lag_days, unnest(:hashes) as content_hash) as new
                where workspace.id = :workspace
                on conflict (workspace_id, external_id) do nothing
                returning id
                """)
                .ids("ids", Column.of(sorted, Row::id))
                .texts("externalIds", Column.of(sorted, Row::externalId))
                .instants("closedAts", Column.of(terms, DealTerms::closedAt))
                .days("closedDays", Column.of(terms, DealTerms::closedDay))
                .amounts("revenues", Column.of(terms, DealTerms::revenue))
                .amounts("margins", Column.of(terms, DealTerms::margin))
                .texts("statuses", Column.of(terms, term -> term.status().name()))
                .instants("cancelledAts", Column.of(terms, DealTerms::cancelledAt))
                .days("cancelledDays", Column.of(terms, DealTerms::cancelledDay))
                .numbers("lags", Column.of(terms, term -> (long) term.lagDays()))
                .ids("inquiryIds", Column.of(inquiries, KnownInquiry::id))
                .ids("campaignIds", Column.of(inquiries, KnownInquiry::campaignId))
                .texts("regions", Column.of(inquiries, KnownInquiry::region))
                .texts("industries", Column.of(inquiries, KnownInquiry::industry))
                .texts("marketSegments", Column.of(inquiries, KnownInquiry::marketSegment))
                .days("cohortDays", Column.of(inquiries, KnownInquiry::day))
                .bytes("hashes", Column.of(sorted, Row::hash))
                .instant("now", now)
                .countReturned();
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
