package dev.leadline.access;

import dev.leadline.platform.RecordId;
import dev.leadline.platform.audit.AuditAction;
import dev.leadline.platform.audit.AuditKind;
import dev.leadline.platform.audit.AuditTrail;
import dev.leadline.platform.audit.ValueChange;
import dev.leadline.platform.paging.Cursor;
import dev.leadline.platform.paging.ListId;
import dev.leadline.platform.paging.Page;
import dev.leadline.platform.paging.PageRequest;
import dev.leadline.platform.problem.Problem;
import dev.leadline.platform.time.Instants;
import dev.leadline.platform.validation.RequestValidation;
import dev.leadline.workspace.CurrentWorkspace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The keys of the current workspace. */
@ApplicationScoped
public class ApiKeyService {

    private final ApiKeyRepository keys;
    private final CurrentWorkspace current;
    private final RequestValidation validation;
    private final FailedAuthentications failures;
    private final AuditTrail audit;
    private final Clock clock;

    ApiKeyService(
            ApiKeyRepository keys,
            CurrentWorkspace current,
            RequestValidation validation,
            FailedAuthentications failures,
            AuditTrail audit,
            Clock clock) {
        this.keys = keys;
        this.current = current;
        this.validation = validation;
        this.failures = failures;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes a key of the current workspace; its secret, which is nowhere kept. */
    @Transactional
    public String issue(String name, Role role) {
        return issue(new NewApiKey(name, role, null)).key();
    }

    @Transactional
    IssuedKey issue(NewApiKey request) {
        return store(validation.valid(request), ApiKeySecret.random());
    }

    /** Makes an ADMIN key of the current workspace from a secret that its owner has chosen. */
    @Transactional
    void adopt(String name, String secret) {
        store(new NewApiKey(name, Role.ADMIN, null), secret);
    }

    private IssuedKey store(NewApiKey request, String secret) {
        ApiKeyEntity entity = new ApiKeyEntity();
        entity.id = RecordId.next();
        entity.name = request.name().strip();
        entity.role = request.role();
        entity.secretHash = ApiKeySecret.hash(secret);
        entity.lastFour = secret.substring(secret.length() - 4);
        entity.expiresAt = Instants.of(request.expiresAt());
        entity.recordedAt = Instants.now(clock);
        keys.persistAndFlush(entity);
        failures.right(entity.secretHash);
        // Without its name, in which a person may be named.
        audit.done(AuditKind.API_KEY, AuditAction.CREATED, entity.id, made(entity));
        return new IssuedKey(
                entity.id, entity.name, entity.role, secret, entity.lastFour, entity.expiresAt, entity.recordedAt);
    }

    private static Map<String, ValueChange> made(ApiKeyEntity entity) {
        ValueChange role = new ValueChange(null, entity.role.name());
        return entity.expiresAt == null
                ? Map.of("role", role)
                : Map.of("role", role, "expiresAt", new ValueChange(null, entity.expiresAt.toString()));
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if there is no such key */
    @Transactional
    ApiKey get(UUID id) {
        return ApiKey.of(found(id));
    }

    @Transactional
    Page<ApiKey> list(PageRequest page) {
        ListId list = current.list("api-keys");
        return Page.of(
                        list,
                        keys.before(page.after(list, 1).map(cursor -> cursor.id(0)), page.size() + 1),
                        page.size(),
                        entity -> Cursor.of(entity.id))
                .map(ApiKey::of);
    }

    /**
     * Ends a key at once. Ending it again changes nothing.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 if there is no such key; 409 if no other live ADMIN key
     *     lasts as long, and so nobody could make another in the end
     */
    @Transactional
    void revoke(UUID id) {
        Instant now = Instants.now(clock);
        Set<UUID> lasting = keys.lockLongestLasting(Role.ADMIN, now);
        ApiKeyEntity entity = found(id);
        if (lasting.equals(Set.of(id))) {
            throw Problem.refused(
                            "last-admin-key",
                            "The last ADMIN key",
                            "This is the workspace's last lasting ADMIN key: without it nobody could create keys. First create"
                                    + " another ADMIN key that lasts as long, then revoke this one with it.")
                    .toException();
        }
        if (entity.revokedAt == null) {
            entity.revokedAt = now;
            ValueChange revokedAt = new ValueChange(null, entity.revokedAt.toString());
            audit.done(AuditKind.API_KEY, AuditAction.REVOKED, id, Map.of("revokedAt", revokedAt));
        }
    }

    private ApiKeyEntity found(UUID id) {
        ApiKeyEntity entity = keys.findById(id);
        if (entity == null) {
            throw Problem.notFound("API key", id).toException();
        }
        return entity;
    }
}
