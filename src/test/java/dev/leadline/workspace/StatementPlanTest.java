package dev.leadline.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No statement may run by a plan that was made for other values, or while its tables were empty: such a plan takes minutes. A
 * connection lists the statements that it keeps, and how often each was planned for its values and how often for any.
 */
@QuarkusTest
class StatementPlanTest {

    /** The driver keeps a statement from its fifth run on; PostgreSQL would go over to a plan for any values five runs later. */
    private static final int RUNS = 20;

    @Inject
    WorkspaceSql sql;

    @Inject
    WorkspaceContext context;

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 1_000})
    void givenAStatementRunOften_thenItIsPlannedForItsValuesEachTime(int values) {
        in(() -> {
            String comment = "planned for " + values;
            run(comment, values);
            assertEquals(0, plans("generic_plans", comment));
            assertEquals(RUNS - 4, plans("custom_plans", comment));
        });
    }

    /** What the planner would believe of a workspace that it has not seen, see V10. */
    @Test
    void given_an_analysed_database_then_nothing_is_known_of_workspaces() {
        in(() -> assertEquals(List.of(), sql.statement("""
                        select relation.relname
                        from pg_attribute attribute
                        join pg_class relation on relation.oid = attribute.attrelid and relation.relkind = 'r'
                        where attribute.attname = 'workspace_id' and relation.relname <> 'api_key'
                            and attribute.attstattarget is distinct from 0 and :workspace is not null
                        """).list(row -> row.getString(1))));
    }

    private long plans(String kind, String comment) {
        return sql.statement("select coalesce(sum(" + kind + "), 0) " + """
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
