package dev.leadline.ledger.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.leadline.workspace.CurrentWorkspace;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Keeps the records of workspaces in memory, as many as fit. What it gives is never stale: each time it asks the database
 * which days have changed, and reads those anew in the same snapshot. So several instances may keep the same workspace.
 */
@ApplicationScoped
class RecordsCache {

    private static final Logger LOG = Logger.getLogger(RecordsCache.class);
    private static final int KILOBYTE = 1024;
    private static final int MEGABYTE = KILOBYTE * KILOBYTE;
    private static final int SHARE_OF_MEMORY = 4;

    private final RecordsReader reader;
    private final BackgroundReading background;
    private final CurrentWorkspace workspace;
    private final long bytes;
    /** By workspace. */
    private final Cache<String, WorkspaceRecords> kept;

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
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 if they are not read in time; the reading goes on
     */
    WorkspaceRecords current() {
        String id = workspace.id();
        // Snapshots of a workspace are taken one after the other, so that a later one never goes back.
        return background.read(() -> {
            WorkspaceRecords before = kept.getIfPresent(id);
            WorkspaceRecords now = reader.read(before);
            if (now != before) {
                kept.put(id, now);
                warnIfTooLarge(id, now);
            }
            return now;
        });
    }

    /** Such a workspace costs a reading for each answer, and where that takes too long it has none. */
    private void warnIfTooLarge(String id, WorkspaceRecords records) {
        if (records.bytes() > bytes) {
            LOG.warnf(
                    "The records of workspace %s take %d MB of memory, more than the %d MB that may be kept, so they are read anew"
                            + " for each answer. Raise LEADLINE_LEDGER_CACHE_BYTES, and the heap with it.",
                    id, records.bytes() / MEGABYTE, bytes / MEGABYTE);
        }
    }
}
