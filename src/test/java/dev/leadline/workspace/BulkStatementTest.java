package dev.leadline.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A statement for thousands of values must never run by a plan that was made for few, or while its tables were empty: such a plan
 * takes minutes. A connection lists the statements that it keeps plans of.
 */
@QuarkusTest
class BulkStatementTest {

    /** The driver has a statement prepared on the server from its fifth run on. */
    private static final int RUNS = 10;

    @Inject
    WorkspaceSql sql;

    @Inject
    WorkspaceContext context;

    @Test
    void givenAStatementForFewValues_whenRunOften_thenItsPlanIsKept() {
        assertEquals(1, plansKept("few values", 10));
    }

    @Test
    void givenAStatementForManyValues_whenRunOften_thenItIsPlannedEachTime() {
        assertEquals(0, plansKept("many values", 1_000));
    }

    @Test
    void givenAStatementRunOftenForFewValues_whenRunForMany_thenThePlanForFewIsNotUsed() {
        in(() -> {
            run("few, then many", 10);
            long kept = timesUsed("few, then many");
            run("few, then many", 1_000);
            assertEquals(kept, timesUsed("few, then many"));
        });
    }

    private long plansKept(String comment, int values) {
        long[] kept = new long[1];
        in(() -> {
            run(comment, values);
            kept[0] = ofKeptPlans("count(*)", comment);
        });
        return kept[0];
    }

    private long timesUsed(String comment) {
        return ofKeptPlans("coalesce(sum(generic_plans + custom_plans), 0)", comment);
    }

    private long ofKeptPlans(String figure, String comment) {
        return sql.statement("select " + figure + """
                         from pg_prepared_statements
                        where statement like '%/* ' || :comment || ' */%' and :workspace is not null
                        """)
                .text("comment", comment)
                .list(row -> row.getLong(1))
                .get(0);
    }

    private void run(String comment, int values) {
        List<UUID> ids = Collections.nCopies(values, new UUID(0, 0));
        for (int i = 0; i < RUNS; i++) {
            sql.statement("select count(*) /* " + comment + " */ from unnest(:ids) where :workspace is not null")
                    .ids("ids", ids)
                    .list(row -> row.getLong(1));
        }
    }

    /** In one transaction, and so on one connection. */
    private void in(Runnable work) {
        context.call("default", () -> {
            QuarkusTransaction.requiringNew().run(work);
            return null;
        });
    }
}
