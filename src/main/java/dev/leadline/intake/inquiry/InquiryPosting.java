package dev.leadline.intake.inquiry;

import dev.leadline.intake.batch.Warnings;
import dev.leadline.intake.record.ExternalIds;
import dev.leadline.intake.record.OnExisting;
import dev.leadline.intake.record.Posted;
import dev.leadline.intake.record.RequestCheck;
import dev.leadline.intake.record.RetryingWriter;
import dev.leadline.intake.record.RowOutcome;
import dev.leadline.platform.concurrent.CallBatcher;
import dev.leadline.platform.problem.Problem;
import dev.leadline.workspace.CurrentWorkspace;
import dev.leadline.workspace.WorkspaceContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Inquiries that are posted singly. Those that come to a workspace at the same time are stored in one transaction, and each is answered
 * once that is committed; so a campaign that sends many at once waits for few commits.
 */
@ApplicationScoped
class InquiryPosting {

    private static final int MOST_TOGETHER = 100;
    /** Half the threads that there are: while the records of one workspace are locked, others are served. */
    private static final int MOST_WAITING = 100;

    /** Posts that may be stored together. */
    private record Lane(String workspaceId, OnExisting onExisting) {}

    /** What became of a post: the record is null if it was rejected. */
    private record Answer(RowOutcome outcome, Inquiry inquiry) {

        Posted<Inquiry> posted() {
            return new Posted<>(outcome.orThrow(), inquiry);
        }
    }

    private final InquiryService service;
    private final RequestCheck check;
    private final CurrentWorkspace current;
    private final WorkspaceContext contexts;
    /** A workspace never goes away. */
    private final Map<Lane, CallBatcher<InquiryDraft, Answer>> batchers = new ConcurrentHashMap<>();

    InquiryPosting(InquiryService service, RequestCheck check, CurrentWorkspace current, WorkspaceContext contexts) {
        this.service = service;
        this.check = check;
        this.current = current;
        this.contexts = contexts;
    }

    /**
     * Stores an inquiry, or finds it or changes it if it was posted before.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem if it is at fault
     */
    Posted<Inquiry> post(InquiryRequest request, OnExisting onExisting) {
        InquiryDraft draft = service.draft(check.valid(request));
        // Under an idempotency key the record and the kept answer are one transaction, so it is stored by itself.
        return QuarkusTransaction.getStatus() == Status.STATUS_ACTIVE
                ? answers(service.writeAndHold(List.of(draft), onExisting))
                        .get(0)
                        .posted()
                : batchers.computeIfAbsent(new Lane(current.id(), onExisting), this::batcher)
                        .call(draft)
                        .posted();
    }

    /**
     * Stores an inquiry, or merges it into the one with the key, which must be the request's own.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem if it is at fault
     */
    Posted<Inquiry> put(InquiryKey key, InquiryRequest request) {
        InquiryRequest valid = check.valid(request);
        ExternalIds.requireSame(valid.externalId(), key.externalId());
        if (!valid.key().equals(key)) {
            throw Problem.invalid("/source", "is not that of the address").toException();
        }
        return post(valid, OnExisting.UPDATE);
    }

    private CallBatcher<InquiryDraft, Answer> batcher(Lane lane) {
        return new CallBatcher<>(
                drafts -> contexts.call(
                        lane.workspaceId(),
                        () -> answers(RetryingWriter.write(
                                drafts, rows -> service.write(rows, lane.onExisting(), new Warnings())))),
                MOST_TOGETHER,
                MOST_WAITING);
    }

    private List<Answer> answers(List<RowOutcome> outcomes) {
        Map<UUID, Inquiry> stored = service.byId(
                outcomes.stream().map(RowOutcome::id).filter(Objects::nonNull).toList());
        return outcomes.stream()
                .map(outcome -> new Answer(outcome, outcome.id() == null ? null : stored.get(outcome.id())))
                .toList();
    }
}
