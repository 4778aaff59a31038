package dev.leadline.intake.spend;

import dev.leadline.intake.record.Posted;
import dev.leadline.intake.record.RecordKind;
import dev.leadline.intake.record.RequestCheck;
import dev.leadline.intake.record.RowOutcome;
import dev.leadline.platform.paging.ListId;
import dev.leadline.platform.paging.Page;
import dev.leadline.platform.paging.PageRequest;
import dev.leadline.platform.query.DayRange;
import dev.leadline.workspace.CurrentWorkspace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

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

    /** Spend on its way in. */
    public RecordKind<SpendRequest, SpendRequest> kind() {
        return RecordKind.of(SpendRequest.class, this::write);
    }

    /** Stores rows that {@link dev.leadline.intake.batch.BatchIntake} has checked, in one transaction. */
    @Transactional
    List<RowOutcome> write(List<SpendRequest> rows) {
        return writer.write(rows).outcomes();
    }

    @Transactional
    Posted<SpendDay> post(SpendRequest request) {
        SpendWriter.Written written = writer.write(List.of(check.valid(request)));
        return new Posted<>(written.outcomes().get(0).orThrow(), written.days().get(0));
    }

    @Transactional
    Page<SpendDay> list(SpendFilter filter, PageRequest page) {
        DayRange days = filter.days();
        ListId list = current.list("spend");
        List<SpendDay> found = spend.latest(
                filter.campaignId(),
                days.from(),
                days.to(),
                page.after(list, SpendRepository.CURSOR_PARTS),
                page.size() + 1);
        return Page.of(list, found, page.size(), SpendRepository::cursor);
    }
}
