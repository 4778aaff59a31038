package dev.leadline.platform.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The form of the statements was measured, and distributed databases need it: so it stands here word for word. */
class BulkStatementTextTest {

    private record Note(UUID id, String sourceName, Long lines) {}

    private static final Column<Note> ID = Column.id("id", Note::id);
    private static final Column<Note> SOURCE = Column.text("source_name", Note::sourceName);
    private static final Column<Note> LINES = Column.number("lines", Note::lines);

    @Test
    void givenAnInsertOfAbsentRows_thenItUnnestsInTheSelectListAndReturnsTheIds() {
        BulkStatement<Note> insert = BulkStatement.insertAbsent(
                "note", List.of(ID, SOURCE, LINES.orElse("0"), Column.same("recorded_at", ":now")), "source_name");

        assertEquals(
                "insert into note (workspace_id, id, source_name, lines, recorded_at)"
                        + " select workspace.id, new.id, new.source_name, coalesce(new.lines, 0), :now"
                        + " from workspace cross join (select unnest(:id) as id, unnest(:sourcename) as source_name,"
                        + " unnest(:lines) as lines) as new where workspace.id = :workspace"
                        + " on conflict (workspace_id, source_name) do nothing returning id",
                insert.sql());
    }

    @Test
    void givenAnInsertOrReplace_thenAllButTheKeyIsReplaced() {
        BulkStatement<Note> replace = BulkStatement.insertOrReplace("note", List.of(ID, SOURCE, LINES), "id");

        assertEquals(
                "insert into note (workspace_id, id, source_name, lines)"
                        + " select workspace.id, new.id, new.source_name, new.lines"
                        + " from workspace cross join (select unnest(:id) as id, unnest(:sourcename) as source_name,"
                        + " unnest(:lines) as lines) as new where workspace.id = :workspace"
                        + " on conflict (workspace_id, id) do update set source_name = excluded.source_name,"
                        + " lines = excluded.lines",
                replace.sql());
    }

    @Test
    void givenAnUpdate_thenRowsAreFoundByIdWithinTheWorkspace() {
        BulkStatement<Note> update =
                BulkStatement.update("note", ID, List.of(SOURCE.orElse("note.source_name"), LINES));

        assertEquals(
                "update note set source_name = coalesce(new.source_name, note.source_name), lines = new.lines"
                        + " from unnest(:id, :sourcename, :lines) as new (id, source_name, lines)"
                        + " where note.workspace_id = :workspace and note.id = new.id",
                update.sql());
    }
}
