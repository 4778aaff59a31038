package dev.leadline.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Finds a key by its hash, or a workspace that a token names: the statements of a request that is not let in yet, and so
 * has no workspace.
 */
@ApplicationScoped
class KeyDirectory {

    /** A key that is neither revoked nor expired. */
    record LiveKey(String workspaceId, UUID id, Role role) {}

    private final DataSource dataSource;
    private final Clock clock;

    KeyDirectory(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** @param hash of the key as it came */
    Optional<LiveKey> find(byte[] hash) {
        String sql = "select workspace_id, id, role from api_key"
                + " where secret_hash = ? and revoked_at is null and (expires_at is null or expires_at > ?)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, hash);
            statement.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new LiveKey(
                                row.getString(1), row.getObject(2, UUID.class), Role.valueOf(row.getString(3))))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean hasWorkspace(String id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("select 1 from workspace where id = ?")) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
