package dev.leadline.ledger.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.leadline.platform.LeadlineConfiguration;
import dev.leadline.workspace.CurrentWorkspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the records of workspaces in memory, as many as fit. What it gives is never stale: each time it asks the database
 * which days have changed, and reads those anew in the same snapshot. So several instances may keep the same workspace.
 */
@ApplicationScoped
class RecordsCache {

    private static final int KILOBYTE = 1024;
    private static final int SHARE_OF_MEMORY = 4;

    private final RecordsReader reader;
    private final CurrentWorkspace workspace;
    /** By workspace. */
    private final Cache<String, WorkspaceRecords> kept;
    /** By workspace: snapshots are taken one after the other, so that a later one never goes back. */
    private final LoadingCache<String, Lock> locks =
            Caffeine.newBuilder().weakValues().build(id -> new ReentrantLock());

    RecordsCache(RecordsReader reader, CurrentWorkspace workspace, LeadlineConfiguration configuration) {
        this.reader = reader;
        this.workspace = workspace;
        long bytes =
                configuration.ledger().cacheBytes().orElse(Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY);
        this.kept = Caffeine.newBuilder()
                .maximumWeight(bytes / KILOBYTE)
                .weigher((String id, WorkspaceRecords records) ->
                        (int) Math.min(Integer.MAX_VALUE, records.bytes() / KILOBYTE))
                .build();
    }

    /** The current workspace's records as they stand now. */
    WorkspaceRecords current() {
        String id = workspace.id();
        Lock lock = locks.get(id);
        lock.lock();
        try {
            WorkspaceRecords before = kept.getIfPresent(id);
            WorkspaceRecords now = reader.read(before);
            if (now != before) {
                kept.put(id, now);
            }
            return now;
        } finally {
            lock.unlock();
        }
    }
}
