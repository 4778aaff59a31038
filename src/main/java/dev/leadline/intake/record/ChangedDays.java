package dev.leadline.intake.record;

import dev.leadline.workspace.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Tells those who keep what they have read that the records of some days have changed: inquiries by the day received, their
 * deals by the same day, spend by its own. Takes part in the transaction that changes the records, so that the one is never
 * seen without the other.
 */
@ApplicationScoped
public class ChangedDays {

    /** Marks lie below 2^62, and so do their sums, taken modulo 2^62. */
    private static final long MODULUS = 1L << 62;
    /** A day's marks are put together once in so many of them, each day by its own lot, so that there are a few hundred at most. */
    private static final int MARKS_KEPT = 64;

    private final WorkspaceSql sql;

    ChangedDays(WorkspaceSql sql) {
        this.sql = sql;
    }

    /** @param days may be empty and may repeat */
    public void mark(Collection<LocalDate> days) {
        List<LocalDate> distinct = days.stream().distinct().sorted().toList();
        if (distinct.isEmpty()) {
            return;
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        sql.statement("""
                insert into ledger_change (workspace_id, day, mark)
                select workspace.id, day, :mark from workspace cross join unnest(:days) as changed (day)
                where workspace.id = :workspace
                on conflict (workspace_id, day, mark) do nothing
                """)
                .number("mark", random.nextLong(MODULUS))
                .days("days", distinct)
                .update();
        List<LocalDate> drawn =
                distinct.stream().filter(day -> random.nextInt(MARKS_KEPT) == 0).toList();
        if (!drawn.isEmpty()) {
            fold(drawn);
        }
    }

    /** Replaces the marks of days by one of the same sum. Those that another transaction is at are left to it. */
    private void fold(List<LocalDate> days) {
        sql.statement("""
                with gone as (
                    delete from ledger_change where workspace_id = :workspace and (day, mark) in (
                        select day, mark from ledger_change
                        where workspace_id = :workspace and day = any(:days)
                        for update skip locked)
                    returning day, mark)
                insert into ledger_change (workspace_id, day, mark)
                select :workspace, day, cast(mod(sum(mark), 4611686018427387904) as bigint) from gone group by day
                on conflict (workspace_id, day, mark) do nothing
                """).days("days", days).update();
    }
}
