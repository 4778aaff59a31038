package dev.leadline.ledger.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import dev.leadline.workspace.CurrentWorkspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Keeps the records of workspaces in memory, as many as fit. What it gives is never stale: each time it asks the database which
 * days have changed, and reads those anew in the same snapshot. So several instances may keep the same workspace.
 *
 * <p>The workspace last read in full is held for a minute, whether it fits or not: a client that did not wait will
 * come back.
 */
@ApplicationScoped
class RecordsCache {

    private static final Logger LOG = Logger.getLogger(RecordsCache.class);
    private static final int KILOBYTE = 1024;
    private static final int MEGABYTE = KILOBYTE * KILOBYTE;
    /** By default the records kept may take up one part of so many. */
    private static final int SHARE_OF_MEMORY = 4;
    /** Clients are told to come back in a few seconds. */
    private static final Duration HOLDING = Duration.ofMinutes(1);

    private static final String LAST = "last";

    private final RecordsReader reader;
    private final BackgroundReading background;
    private final CurrentWorkspace workspace;
    private final long bytes;
    /** By workspace. */
    private final Cache<String, WorkspaceRecords> kept;
    /** The records read whole last, under {@link #LAST}. */
    private final Cache<String, Held> held = Caffeine.newBuilder()
            .expireAfterAccess(HOLDING)
            .scheduler(Scheduler.systemScheduler())
            .build();

    private record Held(String workspaceId, WorkspaceRecords records) {}

    RecordsCache(
            RecordsReader reader, BackgroundReading background, CurrentWorkspace workspace, LedgerSettings settings) {
        this.reader = reader;
        this.background = background;
        this.workspace = workspace;
        this.bytes = settings.cacheBytes().orElse(Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
        this.kept = Caffeine.newBuilder()
                .maximumWeight(bytes / KILOBYTE)
                .weigher((String id, WorkspaceRecords records) ->
                        (int) Math.min(Integer.MAX_VALUE, records.bytes() / KILOBYTE))
                .build();
    }

    /**
     * The current workspace's records as they stand now.
     *
     * @throws dev.leadline.platform.problem.NotYetReadException if they are not read in time; the reading goes on
     */
    WorkspaceRecords current() {
        String id = workspace.id();
        // Snapshots of a workspace are taken one after the other, so that a later one never goes back.
        Supplier<WorkspaceRecords> read = () -> {
            WorkspaceRecords before = latest(id);
            WorkspaceRecords now = reader.read(before);
            if (now != before) {
                kept.put(id, now);
                warnIfTooLarge(id, now);
            }
            if (before == null || held(id) != null) {
                held.put(LAST, new Held(id, now));
            }
            return now;
        };
        return latest(id) == null ? background.readWhole(read) : background.readChanges(read);
    }

    /** Null if none is in memory. */
    private WorkspaceRecords latest(String id) {
        WorkspaceRecords records = kept.getIfPresent(id);
        return records == null ? held(id) : records;
    }

    private WorkspaceRecords held(String id) {
        Held last = held.getIfPresent(LAST);
        return last != null && last.workspaceId.equals(id) ? last.records : null;
    }

    /** Such a workspace is read again for each answer, unless it is the one that is held. */
    private void warnIfTooLarge(String id, WorkspaceRecords records) {
        if (records.bytes() <= bytes) {
            return;
        }
        LOG.warnf(
                "The records of workspace %s take %d MB of memory, more than the %d MB that may be kept. The workspace"
                        + " that was read last is held for a minute; the others are read anew for each answer. Raise LEADLINE_LEDGER_CACHE_BYTES, and the heap with it.",
                id, records.bytes() / MEGABYTE, bytes / MEGABYTE);
    }
}
