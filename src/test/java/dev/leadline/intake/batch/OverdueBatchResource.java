package dev.leadline.intake.batch;

import dev.leadline.intake.record.RecordKind;
import dev.leadline.intake.record.RowOutcome;
import dev.leadline.platform.Ndjson;
import dev.leadline.platform.problem.OverdueWork;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Takes a stream whose first chunk is stored at once, and whose second takes longer than a transaction may; in tests only. */
@Path("/test/overdue/batch")
@Singleton
public class OverdueBatchResource {

    /** Texts of the rows that are stored. */
    static final Queue<String> STORED = new ConcurrentLinkedQueue<>();

    private final BatchIntake batches;
    private final OverdueWork work;

    OverdueBatchResource(BatchIntake batches, OverdueWork work) {
        this.batches = batches;
        this.work = work;
    }

    @POST
    @Consumes(Ndjson.MEDIA_TYPE)
    @Operation(hidden = true)
    public BatchResult post(InputStream lines) throws IOException {
        return batches.read(
                lines,
                MediaType.valueOf(Ndjson.MEDIA_TYPE),
                RecordKind.of(BatchIntakeTest.Note.class, this::write),
                false);
    }

    private List<RowOutcome> write(List<BatchIntakeTest.Note> rows) {
        if (!STORED.isEmpty()) {
            work.declared("one-statement");
        }
        rows.forEach(row -> STORED.add(row.text()));
        return rows.stream().map(row -> RowOutcome.created(new UUID(0, 0))).toList();
    }
}
