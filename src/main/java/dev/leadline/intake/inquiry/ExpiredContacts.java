package dev.leadline.intake.inquiry;

import dev.leadline.workspace.MaintenanceTask;
import dev.leadline.workspace.Workspace;
import dev.leadline.workspace.WorkspaceService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Erases the contacts that are older than the workspace keeps them, once a day. */
@ApplicationScoped
class ExpiredContacts implements MaintenanceTask {

    private static final int AT_ONCE = 10_000;
    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);

    /** What was done last: with these settings, on this day. */
    private record Done(LocalDate day, int retentionDays) {}

    private final InquiryService inquiries;
    private final WorkspaceService workspaces;
    private final Clock clock;
    private final Map<String, Done> done = new ConcurrentHashMap<>();

    ExpiredContacts(InquiryService inquiries, WorkspaceService workspaces, Clock clock) {
        this.inquiries = inquiries;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    @Override
    public int doNow() {
        Workspace workspace = workspaces.current();
        if (workspace.contactRetentionDays() == null) {
            return 0;
        }
        Done now = new Done(LocalDate.now(clock.withZone(workspace.zone())), workspace.contactRetentionDays());
        if (now.equals(done.get(workspace.id()))) {
            return 0;
        }
        LocalDate firstKept = now.day().minusDays(now.retentionDays());
        int total = 0;
        for (LocalDate from = EARLIEST; from.isBefore(firstKept); ) {
            ErasedContacts erased = inquiries.eraseContacts(from, firstKept, AT_ONCE);
            total += erased.count();
            from = erased.next();
        }
        done.put(workspace.id(), now);
        return total;
    }

    @Override
    public String toString() {
        return "Contacts beyond their retention";
    }
}
