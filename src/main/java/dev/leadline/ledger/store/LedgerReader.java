package dev.leadline.ledger.store;

import dev.leadline.platform.http.AnalysisBulkhead;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** Reads the current workspace's ledger. */
@ApplicationScoped
public class LedgerReader {

    private final RecordsCache records;
    private final AnalysisBulkhead bulkhead;

    LedgerReader(RecordsCache records, AnalysisBulkhead bulkhead) {
        this.records = records;
        this.bulkhead = bulkhead;
    }

    /**
     * The ledger as of the end of a day: nothing that happened later is in it, and all that was acknowledged before this call.
     * From then on the request holds a place in the bulkhead.
     */
    public Ledger read(LocalDate asOf) {
        WorkspaceRecords current = records.current();
        bulkhead.takePlace();
        return current.ledger(asOf);
    }
}
