package dev.leadline.access;

import dev.leadline.workspace.WorkspaceSql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKeyEntity, UUID> {

    private final WorkspaceSql sql;

    ApiKeyRepository(WorkspaceSql sql) {
        this.sql = sql;
    }

    /** A key by how long it lasts: {@link Instant#MAX} without expiry. */
    private record Lasting(UUID id, Instant until) {}

    /**
     * Of the keys of this role that are live at this time those that last longest: without expiry, or else to the latest.
     * Nobody else revokes a live key of the role before the transaction ends.
     */
    Set<UUID> lockLongestLasting(Role role, Instant now) {
        List<Lasting> live = sql.statement("""
                select id, expires_at from api_key
                where workspace_id = :workspace and role = :role and revoked_at is null
                    and (expires_at is null or expires_at > :now)
                order by id
                for update
                """)
                .text("role", role.name())
                .instant("now", now)
                .list(row -> new Lasting(row.getObject("id", UUID.class), until(row)));
        Instant latest =
                live.stream().map(Lasting::until).max(Comparator.naturalOrder()).orElse(now);
        return live.stream()
                .filter(key -> key.until().equals(latest))
                .map(Lasting::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Instant until(ResultSet row) throws SQLException {
        OffsetDateTime expiry = row.getObject("expires_at", OffsetDateTime.class);
        return expiry == null ? Instant.MAX : expiry.toInstant();
    }

    List<ApiKeyEntity> before(Optional<UUID> id, int count) {
        return (id.isPresent() ? find("id < ?1 order by id desc", id.get()) : find("order by id desc"))
                .page(0, count)
                .list();
    }
}
