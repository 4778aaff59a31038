package dev.leadline.ledger.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** Reads the current workspace's ledger. */
@ApplicationScoped
public class LedgerReader {

    private final RecordsCache records;

    LedgerReader(RecordsCache records) {
        this.records = records;
    }

    /**
     * The ledger as of the end of a day: nothing that happened later is in it, and all that was acknowledged before this call.
     */
    public Ledger read(LocalDate asOf) {
        return records.current().ledger(asOf);
    }
}
