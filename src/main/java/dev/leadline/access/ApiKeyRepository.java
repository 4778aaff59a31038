package dev.leadline.access;

import dev.leadline.workspace.WorkspaceSql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKeyEntity, UUID> {

    private final WorkspaceSql sql;

    ApiKeyRepository(WorkspaceSql sql) {
        this.sql = sql;
    }

    /** The keys of this role that are live at this time, which nobody else revokes before the transaction ends. */
    Set<UUID> lockLive(Role role, Instant now) {
        return Set.copyOf(sql.statement("""
                select id from api_key
                where workspace_id = :workspace and role = :role and revoked_at is null
                    and (expires_at is null or expires_at > :now)
                order by id
                for update
                """)
                .text("role", role.name())
                .instant("now", now)
                .list(row -> row.getObject(1, UUID.class)));
    }

    List<ApiKeyEntity> before(Optional<UUID> id, int count) {
        return (id.isPresent() ? find("id < ?1 order by id desc", id.get()) : find("order by id desc"))
                .page(0, count)
                .list();
    }
}
