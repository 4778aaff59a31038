package dev.leadline.intake.inquiry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leadline.intake.batch.Warnings;
import dev.leadline.intake.record.ChangedDays;
import dev.leadline.intake.record.OnExisting;
import dev.leadline.intake.record.RecordKind;
import dev.leadline.intake.record.RecordReader;
import dev.leadline.intake.record.RowOutcome;
import dev.leadline.platform.json.CleanText;
import dev.leadline.platform.json.MergePatch;
import dev.leadline.platform.paging.Conditions;
import dev.leadline.platform.paging.Page;
import dev.leadline.platform.paging.PageRequest;
import dev.leadline.platform.time.Instants;
import dev.leadline.workspace.CurrentWorkspace;
import dev.leadline.workspace.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** The inquiries of the current workspace. */
@ApplicationScoped
public class InquiryService {

    private final InquiryRepository inquiries;
    private final RecordReader<InquiryEntity, Inquiry> records;
    private final InquiryWriter writer;
    private final InquiryMerge merge;
    private final ObjectMapper json;
    private final WorkspaceSql sql;
    private final CurrentWorkspace current;
    private final MergePatch patches;
    private final ContactErasure erasure;
    private final ChangedDays changes;
    private final Clock clock;

    InquiryService(
            InquiryRepository inquiries,
            InquiryWriter writer,
            InquiryMerge merge,
            ObjectMapper json,
            WorkspaceSql sql,
            CurrentWorkspace current,
            MergePatch patches,
            ContactErasure erasure,
            ChangedDays changes,
            Clock clock) {
        this.inquiries = inquiries;
        this.records = inquiries.reader();
        this.writer = writer;
        this.merge = merge;
        this.json = json;
        this.sql = sql;
        this.current = current;
        this.patches = patches;
        this.erasure = erasure;
        this.changes = changes;
        this.clock = clock;
    }

    /** Inquiries on their way in; what is stored stays. */
    public RecordKind<InquiryRequest, InquiryDraft> kind() {
        return kind(OnExisting.REJECT, new Warnings());
    }

    /** @param warnings of what is stored and yet may be wrong */
    RecordKind<InquiryRequest, InquiryDraft> kind(OnExisting onExisting, Warnings warnings) {
        return new RecordKind<>(InquiryRequest.class, this::draft, rows -> write(rows, onExisting, warnings));
    }

    /** @param request valid and normalised */
    InquiryDraft draft(InquiryRequest request) {
        return InquiryDraft.of(request, json);
    }

    /** Stores rows that {@link dev.leadline.intake.batch.BatchIntake} has checked, in one transaction. */
    @Transactional
    List<RowOutcome> write(List<InquiryDraft> rows, OnExisting onExisting, Warnings warnings) {
        return writer.write(rows, onExisting, warnings);
    }

    /** The id of the inquiry with a key. */
    @Transactional
    UUID id(InquiryKey key) {
        return records.id(
                key.externalId() + " of " + key.source(),
                new Conditions().and("source =", key.source()).and("externalId =", key.externalId()));
    }

    @Transactional
    Inquiry get(UUID id) {
        return records.get(id);
    }

    @Transactional
    Page<Inquiry> list(InquiryFilter filter, PageRequest page) {
        return records.newest(current.list("inquiries"), filter.conditions(), page);
    }

    /** Changes an inquiry by a merge patch; its deals move with it. */
    @Transactional
    Inquiry patch(UUID id, JsonNode patch) {
        patches.refuse(patch, "source", "externalId", "receivedAt");
        InquiryEntity entity = records.locked(id);
        InquiryUpdate merged = patches.apply(InquiryUpdate.of(entity), patch, InquiryUpdate.class);
        if (merge.merge(entity, merged).orThrow().isUpdated()) {
            changes.mark(List.of(entity.day));
        }
        return Inquiry.of(entity);
    }

    /** Those of these that there are. */
    @Transactional
    Map<UUID, Inquiry> byId(List<UUID> ids) {
        return inquiries.byIds(ids).stream().collect(Collectors.toMap(entity -> entity.id, Inquiry::of));
    }

    /**
     * Stores rows as {@link #write} does, as part of a transaction in which the records will be shown and the answer kept. None
     * of them is erased before that ends, so the erasure finds the answer.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    List<RowOutcome> writeAndHold(List<InquiryDraft> rows, OnExisting onExisting) {
        List<RowOutcome> outcomes = writer.write(rows, onExisting, new Warnings());
        inquiries.lock(
                outcomes.stream().map(RowOutcome::id).filter(Objects::nonNull).toList());
        return outcomes;
    }

    /** Erases an inquiry's contact, click ids and message for good; erasing them again changes nothing. */
    @Transactional
    void eraseContact(UUID id) {
        InquiryEntity entity = records.locked(id);
        if (entity.contactErasedAt == null) {
            entity.eraseContact(Instants.now(clock));
            erasure.ofOne(id);
        }
    }

    /**
     * Erases contacts of inquiries received on the first of these days on which there are any.
     *
     * @param from the first day
     * @param to the day behind the last
     * @return with {@code to} as the day to go on with if none is left
     */
    @Transactional
    ErasedContacts eraseContacts(LocalDate from, LocalDate to, int most) {
        return erasure.ofFirstDay(from, to, most, Instants.now(clock));
    }

    /**
     * The newest inquiries of a person.
     *
     * @param email in upper or lower case; null: not asked for
     * @param phone null: not asked for
     */
    @Transactional
    public List<Inquiry> ofContact(String email, String phone, int most) {
        List<UUID> ids = sql.statement("""
                select id from inquiry where workspace_id = :workspace
                    and (lower(contact ->> 'email') = lower(:email) or contact ->> 'phone' = :phone)
                order by id desc limit :most
                """)
                .text("email", CleanText.normalised(email))
                .text("phone", CleanText.normalised(phone))
                .number("most", most)
                .list(row -> row.getObject("id", UUID.class));
        return ids.isEmpty()
                ? List.of()
                : inquiries.byIds(ids).stream().map(Inquiry::of).toList();
    }
}
