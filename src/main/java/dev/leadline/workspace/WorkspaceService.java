package dev.leadline.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leadline.platform.audit.AuditKind;
import dev.leadline.platform.audit.AuditTrail;
import dev.leadline.platform.paging.Cursor;
import dev.leadline.platform.paging.ListId;
import dev.leadline.platform.paging.Page;
import dev.leadline.platform.paging.PageRequest;
import dev.leadline.platform.problem.Problem;
import dev.leadline.platform.time.Instants;
import dev.leadline.platform.validation.RequestValidation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Workspaces and their settings. */
@ApplicationScoped
public class WorkspaceService {

    /** The workspace of the installation's own administrators. */
    public static final String DEFAULT_ID = "default";

    private static final String USUAL_CURRENCY = "USD";
    private static final String USUAL_TIME_ZONE = "UTC";
    private static final int USUAL_HORIZON_DAYS = 180;

    private final WorkspaceRepository workspaces;
    private final CurrentWorkspace current;
    private final WorkspaceSql sql;
    private final SettingsOfRooms settings;
    private final SettingsPatch patches;
    private final RequestValidation validation;
    private final AuditTrail audit;
    private final Clock clock;

    WorkspaceService(
            WorkspaceRepository workspaces,
            CurrentWorkspace current,
            WorkspaceSql sql,
            SettingsOfRooms settings,
            SettingsPatch patches,
            RequestValidation validation,
            AuditTrail audit,
            Clock clock) {
        this.workspaces = workspaces;
        this.current = current;
        this.sql = sql;
        this.settings = settings;
        this.patches = patches;
        this.validation = validation;
        this.audit = audit;
        this.clock = clock;
    }

    /** The current workspace. */
    @Transactional
    public Workspace current() {
        return workspace(workspaces.findById(current.id()));
    }

    /**
     * The current workspace, for a transaction that writes records: its zone and currency, which their days and amounts rest
     * on, cannot change before the transaction ends.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Workspace currentForRecords() {
        lock("select 1 from workspace where id = :workspace for key share");
        return workspace(workspaces.findById(current.id()));
    }

    /** Makes a workspace with the default settings; the id must be free. */
    @Transactional
    public Workspace create(String id, NewWorkspace request) {
        NewWorkspace valid = validation.valid(request);
        WorkspaceEntity entity = new WorkspaceEntity();
        entity.id = id;
        entity.recordedAt = Instants.now(clock);
        WorkspaceUpdate defaults = new WorkspaceUpdate(
                valid.name(),
                valid.currency() == null ? USUAL_CURRENCY : valid.currency(),
                valid.timeZone() == null ? USUAL_TIME_ZONE : valid.timeZone(),
                BigDecimal.ZERO,
                USUAL_HORIZON_DAYS,
                null,
                null,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                null,
                WeekStart.MONDAY);
        entity.apply(defaults, settings.write(settings.complete(Map.of())));
        workspaces.persistAndFlush(entity);
        return workspace(entity);
    }

    /** Changes the current workspace's settings by a merge patch. */
    @Transactional
    public Workspace patch(JsonNode patch) {
        WorkspaceEntity entity = workspaces.findById(current.id(), LockModeType.PESSIMISTIC_WRITE);
        Workspace before = workspace(entity);
        SettingsPatch.Patched patched = patches.apply(before, patch);
        WorkspaceUpdate update = patched.own();
        boolean dayChanges = !update.timeZone().equals(entity.timeZone);
        boolean moneyChanges = !update.currency().equals(entity.currency);
        if ((dayChanges || moneyChanges) && hasRecords()) {
            throw Problem.invalid(
                            moneyChanges ? "/currency" : "/timeZone",
                            "cannot change once records exist; create a new workspace instead")
                    .toException();
        }
        Map<String, Object> complete = settings.complete(patched.rooms());
        settings.requireSound(complete);
        entity.apply(update, settings.write(complete));
        Workspace after = workspace(entity);
        audit.changed(AuditKind.WORKSPACE, entity.id, before, after);
        return after;
    }

    private Workspace workspace(WorkspaceEntity entity) {
        return entity.toWorkspace(settings.read(entity.settings));
    }

    /** Waits for the transactions that are writing records, so that theirs are seen too. */
    private boolean hasRecords() {
        lock("select 1 from workspace where id = :workspace for update");
        return !sql.statement("select 1 from campaign where workspace_id = :workspace order by id limit 1")
                .list(row -> true)
                .isEmpty();
    }

    private void lock(String statement) {
        sql.statement(statement).list(row -> true);
    }

    /** Whether there is a workspace with this id. */
    @Transactional
    public boolean exists(String id) {
        return workspaces.findById(id) != null;
    }

    /** The ids of all workspaces, for background work. */
    @Transactional
    List<String> ids() {
        return workspaces.ids();
    }

    /** All workspaces of the installation, by id. Only for those who run it. */
    @Transactional
    public Page<Workspace> list(PageRequest page) {
        ListId list = current.list("workspaces");
        String after = page.after(list, 1).map(cursor -> cursor.text(0)).orElse("");
        return Page.of(list, workspaces.after(after, page.size() + 1), page.size(), entity -> Cursor.of(entity.id))
                .map(this::workspace);
    }
}
