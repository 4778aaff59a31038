package dev.leadline.workspace.idempotency;

import dev.leadline.workspace.MaintenanceTask;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets the answers whose time has run out. */
@ApplicationScoped
class ExpiredAnswers implements MaintenanceTask {

    private final IdempotencyStore store;

    ExpiredAnswers(IdempotencyStore store) {
        this.store = store;
    }

    @Override
    public int doNow() {
        return store.sweep();
    }

    @Override
    public String toString() {
        return "Expired idempotency keys";
    }
}
