package dev.leadline.workspace.idempotency;

import dev.leadline.platform.RecordId;
import dev.leadline.platform.problem.Problem;
import dev.leadline.platform.time.Instants;
import dev.leadline.workspace.WorkspaceSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * The keys of the current workspace and what was answered under them. A key is held by one run of a request at a time, for
 * the length of a lease: a run that dies blocks its key no longer than that.
 */
@ApplicationScoped
public class IdempotencyStore {

    private static final int MOST_ATTEMPTS = 3;

    /**
     * A key as this run found it.
     *
     * @param runId this run, if it may go ahead
     * @param answer what was answered before; null if this run may go ahead
     * @param bodyHash of the request so answered; null if this run may go ahead
     */
    record Claim(UUID runId, KeptAnswer answer, byte[] bodyHash) {

        /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 if it was another body that was answered */
        KeptAnswer answerTo(byte[] body) {
            if (!Arrays.equals(bodyHash, body)) {
                throw Problem.reusedKey(IdempotencyKey.HEADER, "was used before with another body")
                        .toException();
            }
            return answer;
        }
    }

    /** @param target path and query; of a version that took no query, the path */
    private record Held(String target, byte[] bodyHash, KeptAnswer answer) {}

    private final WorkspaceSql sql;
    private final Clock clock;
    private final Duration expiry;
    private final Duration lease;

    IdempotencyStore(WorkspaceSql sql, Clock clock, IdempotencySettings settings) {
        this.sql = sql;
        this.clock = clock;
        this.expiry = settings.expiry();
        this.lease = settings.lease();
    }

    Duration lease() {
        return lease;
    }

    /**
     * Takes the key for a run, at once and for all to see, or finds what was answered. Not part of the run's transaction.
     *
     * @param target path and query
     * @param bodyHash null where it is known only when the body has been read
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 while another run holds the key, 422 if it was used for
     *     another path or query, or another body as far as that is known
     */
    Claim claim(byte[] keyHash, String target, byte[] bodyHash) {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            UUID runId = RecordId.next();
            if (take(keyHash, target, bodyHash, runId)) {
                return new Claim(runId, null, null);
            }
            // Gone again where its run has failed meanwhile.
            List<Held> found = find(keyHash);
            if (!found.isEmpty()) {
                return found(found.get(0), target, bodyHash);
            }
        }
        throw Problem.underWay(IdempotencyKey.HEADER).toException();
    }

    private static Claim found(Held held, String target, byte[] bodyHash) {
        if (!held.target().equals(target)) {
            throw Problem.reusedKey(IdempotencyKey.HEADER, "was used before at another path or with another query")
                    .toException();
        }
        Claim claim = new Claim(null, held.answer(), held.bodyHash());
        if (bodyHash != null && held.bodyHash() != null) {
            claim.answerTo(bodyHash);
        }
        if (held.answer() == null) {
            throw Problem.underWay(IdempotencyKey.HEADER).toException();
        }
        return claim;
    }

    /** Whether the key was free, expired, or left behind by a run that died with the same request. */
    private boolean take(byte[] keyHash, String target, byte[] bodyHash, UUID runId) {
        Instant now = Instants.now(clock);
        return !sql.statement("""
                insert into idempotency_key as kept (workspace_id, key_hash, path, body_hash, run_id, leased_until,
                    expires_at)
                values (:workspace, :keyHash, :path, :bodyHash, :runId, :leasedUntil, :expiresAt)
                on conflict (workspace_id, key_hash) do update set path = excluded.path, body_hash = excluded.body_hash,
                    run_id = excluded.run_id, leased_until = excluded.leased_until, expires_at = excluded.expires_at,
                    status = null, location = null, body = null, record_id = null
                where kept.expires_at <= :now
                    or kept.status is null and kept.leased_until <= :now and kept.path = excluded.path
                        and (kept.body_hash is null or kept.body_hash = excluded.body_hash)
                returning run_id
                """)
                .binary("keyHash", keyHash)
                .text("path", target)
                .binary("bodyHash", bodyHash)
                .id("runId", runId)
                .instant("leasedUntil", now.plus(lease))
                .instant("expiresAt", now.plus(expiry))
                .instant("now", now)
                .list(row -> row.getObject("run_id", UUID.class))
                .isEmpty();
    }

    private List<Held> find(byte[] keyHash) {
        return sql.statement("""
                select path, body_hash, status, location, body from idempotency_key
                where workspace_id = :workspace and key_hash = :keyHash
                """).binary("keyHash", keyHash).list(IdempotencyStore::held);
    }

    private static Held held(ResultSet row) throws SQLException {
        int status = row.getInt("status");
        String location = row.getString("location");
        KeptAnswer answer = status == 0
                ? null
                : new KeptAnswer(status, location == null ? null : URI.create(location), row.getString("body"), null);
        return new Held(row.getString("path"), row.getBytes("body_hash"), answer);
    }

    /**
     * Keeps an answer, in the caller's transaction if there is one.
     *
     * @return false if the lease ran out and another run has taken the key
     */
    boolean keep(byte[] keyHash, UUID runId, byte[] bodyHash, KeptAnswer answer) {
        return sql.statement("""
                update idempotency_key set body_hash = :bodyHash, status = :status, location = :location, body = :body,
                    record_id = :recordId
                where workspace_id = :workspace and key_hash = :keyHash and run_id = :runId
                """)
                        .binary("bodyHash", bodyHash)
                        .number("status", answer.status())
                        .text(
                                "location",
                                answer.location() == null
                                        ? null
                                        : answer.location().toString())
                        .text("body", answer.body())
                        .id("recordId", answer.recordId())
                        .binary("keyHash", keyHash)
                        .id("runId", runId)
                        .update()
                == 1;
    }

    /** Holds the key for another lease. */
    void renew(byte[] keyHash, UUID runId) {
        sql.statement("""
                update idempotency_key set leased_until = :leasedUntil
                where workspace_id = :workspace and key_hash = :keyHash and run_id = :runId
                """)
                .instant("leasedUntil", Instants.now(clock).plus(lease))
                .binary("keyHash", keyHash)
                .id("runId", runId)
                .update();
    }

    /** Gives the key back, for nothing was done under it. */
    void release(byte[] keyHash, UUID runId) {
        sql.statement("""
                delete from idempotency_key
                where workspace_id = :workspace and key_hash = :keyHash and run_id = :runId and status is null
                """).binary("keyHash", keyHash).id("runId", runId).update();
    }

    /** Forgets all answers that show these records; part of the caller's transaction. */
    public void forget(List<UUID> recordIds) {
        sql.statement("delete from idempotency_key where workspace_id = :workspace and record_id = any(:records)")
                .ids("records", recordIds)
                .update();
    }

    /** Forgets what has expired. */
    int sweep() {
        return sql.statement("delete from idempotency_key where workspace_id = :workspace and expires_at <= :now")
                .instant("now", Instants.now(clock))
                .update();
    }
}
