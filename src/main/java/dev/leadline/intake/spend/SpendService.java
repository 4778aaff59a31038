package dev.leadline.intake.spend;

import dev.leadline.intake.record.Posted;
import dev.leadline.intake.record.RecordKind;
import dev.leadline.intake.record.RequestCheck;
import dev.leadline.intake.record.RowOutcome;
import dev.leadline.intake.record.RowWriter;
import dev.leadline.platform.paging.ListId;
import dev.leadline.platform.paging.Page;
import dev.leadline.platform.paging.PageRequest;
import dev.leadline.platform.query.DayRange;
import dev.leadline.workspace.CurrentWorkspace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The spend of the current workspace. */
@ApplicationScoped
public class SpendService {

    private final SpendRepository spend;
    private final SpendWriter writer;
    private final RequestCheck check;
    private final CurrentWorkspace current;

    SpendService(SpendRepository spend, SpendWriter writer, RequestCheck check, CurrentWorkspace current) {
        this.spend = spend;
        this.writer = writer;
        this.check = check;
        this.current = current;
    }

    /** Spend of one request on its way in, whose rows of one key are added. */
    public RecordKind<SpendRequest, SpendDraft> kind() {
        return kind(new SpendBatch(OnRepeat.SUM));
    }

    /** @param batch the request */
    RecordKind<SpendRequest, SpendDraft> kind(SpendBatch batch) {
        return new RecordKind<>(
                SpendRequest.class, SpendDraft::of, new Chunks(this, batch), Optional.of(batch.onRepeat()));
    }

    /** Stores the chunks of one request, each in one transaction. */
    private record Chunks(SpendService service, SpendBatch batch) implements RowWriter<SpendDraft> {

        @Override
        public List<RowOutcome> write(List<SpendDraft> rows) {
            SpendWriter.Written written = service.write(rows, batch, true);
            batch.hasStored(written.stored().keySet());
            return written.outcomes();
        }

        @Override
        public List<RowOutcome> writeLast(List<SpendDraft> rows) {
            return service.write(rows, batch, false).outcomes();
        }
    }

    /**
     * Stores rows that {@link dev.leadline.intake.batch.BatchIntake} has checked, in one transaction.
     *
     * @param more whether more rows of these keys may come
     */
    @Transactional
    SpendWriter.Written write(List<SpendDraft> rows, SpendBatch batch, boolean more) {
        return writer.write(rows, batch, more);
    }

    @Transactional
    Posted<PostedSpend> post(SpendRequest request) {
        SpendBatch batch = new SpendBatch(OnRepeat.SUM);
        SpendWriter.Written written = writer.write(List.of(SpendDraft.of(check.valid(request))), batch, false);
        RowOutcome outcome = written.outcomes().get(0).orThrow();
        SpendRow row = written.stored().values().iterator().next();
        return new Posted<>(outcome, PostedSpend.of(SpendDay.of(row), batch.warnings()));
    }

    @Transactional
    Page<SpendDay> list(SpendFilter filter, PageRequest page) {
        DayRange days = filter.days();
        ListId list = current.list("spend");
        List<SpendRow> found = spend.latest(
                filter.campaignId(),
                days.from(),
                days.to(),
                page.after(list, SpendRepository.CURSOR_PARTS),
                page.size() + 1);
        return Page.of(list, found, page.size(), SpendRepository::cursor).map(SpendDay::of);
    }
}
