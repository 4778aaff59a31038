package dev.leadline.access;

import dev.leadline.platform.concurrent.CallBatcher;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Finds a key by its hash, or a workspace that a token names: the statements of a request that is not let in yet, and so
 * has no workspace.
 */
@ApplicationScoped
class ApiKeyLookup {

    /** A key that is neither revoked nor expired. */
    record LiveKey(String workspaceId, UUID id, Role role) {}

    private static final int MOST_TOGETHER = 100;
    /** More than there are threads to wait. */
    private static final int MOST_WAITING = 10_000;

    private final DataSource dataSource;
    private final Clock clock;
    private final CallBatcher<byte[], Optional<LiveKey>> lookUps =
            new CallBatcher<>(this::find, MOST_TOGETHER, MOST_WAITING);

    ApiKeyLookup(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * Looks the key up now, together with those of other requests that have come at the same time.
     *
     * @param hash of the key as it came
     */
    Optional<LiveKey> find(byte[] hash) {
        return lookUps.call(hash);
    }

    private List<Optional<LiveKey>> find(List<byte[]> hashes) {
        String sql = "select secret_hash, workspace_id, id, role from api_key"
                + " where secret_hash = any(?) and revoked_at is null and (expires_at is null or expires_at > ?)";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bytea", hashes.toArray(byte[][]::new)));
            statement.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
            Map<ByteBuffer, LiveKey> found = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.put(
                            ByteBuffer.wrap(row.getBytes("secret_hash")),
                            new LiveKey(
                                    row.getString("workspace_id"),
                                    row.getObject("id", UUID.class),
                                    Role.valueOf(row.getString("role"))));
                }
            }
            return hashes.stream()
                    .map(hash -> Optional.ofNullable(found.get(ByteBuffer.wrap(hash))))
                    .toList();
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
