package dev.leadline.access;

import dev.leadline.platform.RecordId;
import dev.leadline.platform.audit.AuditAction;
import dev.leadline.platform.audit.AuditKind;
import dev.leadline.platform.audit.AuditTrail;
import dev.leadline.platform.audit.ValueChange;
import dev.leadline.platform.paging.Cursor;
import dev.leadline.platform.paging.Page;
import dev.leadline.platform.paging.PageRequest;
import dev.leadline.platform.problem.Problem;
import dev.leadline.platform.time.Instants;
import dev.leadline.platform.validation.RequestValidation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** The keys of the current workspace. */
@ApplicationScoped
public class ApiKeyService {

    private final ApiKeyRepository keys;
    private final RequestValidation validation;
    private final AuditTrail audit;
    private final Clock clock;

    ApiKeyService(ApiKeyRepository keys, RequestValidation validation, AuditTrail audit, Clock clock) {
        this.keys = keys;
        this.validation = validation;
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
        return store(validation.valid(request), Secret.random());
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
        entity.secretHash = Secret.hash(secret);
        entity.lastFour = secret.substring(secret.length() - 4);
        entity.expiresAt = Instants.of(request.expiresAt());
        entity.recordedAt = Instants.now(clock);
        keys.persistAndFlush(entity);
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

    @Transactional(Transactional.TxType.SUPPORTS)
    Page<ApiKey> list(PageRequest page) {
        return Page.of(
                        keys.before(page.after(1).map(cursor -> cursor.id(0)), page.size() + 1),
                        page.size(),
                        entity -> Cursor.of(entity.id))
                .map(ApiKey::of);
    }

    /** Ends a key at once. Ending it again changes nothing. */
    @Transactional
    void revoke(UUID id) {
        ApiKeyEntity entity = keys.findById(id);
        if (entity == null) {
            throw Problem.notFound("API key", id).toException();
        }
        if (entity.revokedAt == null) {
            entity.revokedAt = Instants.now(clock);
            ValueChange revokedAt = new ValueChange(null, entity.revokedAt.toString());
            audit.done(AuditKind.API_KEY, AuditAction.REVOKED, id, Map.of("revokedAt", revokedAt));
        }
    }
}
