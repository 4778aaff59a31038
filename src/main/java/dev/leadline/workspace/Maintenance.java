package dev.leadline.workspace;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Runs every {@link MaintenanceTask} in every workspace, a minute after the start and at intervals from then on. */
@ApplicationScoped
class Maintenance {

    private static final Logger LOG = Logger.getLogger(Maintenance.class);
    private static final Duration FIRST = Duration.ofMinutes(1);

    private final List<MaintenanceTask> tasks;
    private final WorkspaceService workspaces;
    private final WorkspaceContext contexts;
    private final Duration interval;
    private final Scheduler scheduler;

    Maintenance(
            @All List<MaintenanceTask> tasks,
            WorkspaceService workspaces,
            WorkspaceContext contexts,
            MaintenanceSettings settings,
            Scheduler scheduler) {
        this.tasks = tasks;
        this.workspaces = workspaces;
        this.contexts = contexts;
        this.interval = settings.housekeepingInterval();
        this.scheduler = scheduler;
    }

    void atStart(@Observes StartupEvent event) {
        Duration first = interval.compareTo(FIRST) < 0 ? interval : FIRST;
        scheduler
                .newJob("maintenance")
                .setInterval(interval.toString())
                .setDelayed(first.toString())
                .setConcurrentExecution(ConcurrentExecution.SKIP)
                .setTask(execution -> doAll())
                .schedule();
    }

    private void doAll() {
        try {
            List<String> ids = contexts.call(WorkspaceService.DEFAULT_ID, workspaces::ids);
            ids.forEach(this::doAllIn);
        } catch (RuntimeException e) {
            LOG.warnf("Maintenance could not begin and will be tried again: %s", e.getMessage());
        }
    }

    private void doAllIn(String workspaceId) {
        for (MaintenanceTask task : tasks) {
            try {
                int touched = contexts.call(workspaceId, task::doNow);
                if (touched > 0) {
                    LOG.infof("%s: %d records of workspace %s", task, touched, workspaceId);
                }
            } catch (RuntimeException e) {
                LOG.warnf("%s failed in workspace %s and will be tried again: %s", task, workspaceId, e.getMessage());
            }
        }
    }
}
