package dev.leadline.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets in whoever holds a live key. */
@ApplicationScoped
class ApiKeyIdentityProvider implements IdentityProvider<ApiKeyRequest> {

    static final String WORKSPACE = "workspace";

    private final ApiKeyLookup keys;
    private final FailedAuthentications failures;
    private final ApiKeyUsage use;

    ApiKeyIdentityProvider(ApiKeyLookup keys, FailedAuthentications failures, ApiKeyUsage use) {
        this.keys = keys;
        this.failures = failures;
        this.use = use;
    }

    @Override
    public Class<ApiKeyRequest> getRequestType() {
        return ApiKeyRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(ApiKeyRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(request));
    }

    private SecurityIdentity identity(ApiKeyRequest request) {
        byte[] hash = ApiKeySecret.hash(request.key());
        ApiKeyLookup.LiveKey live = failures.lookUp(request.address(), request.key(), hash, () -> keys.find(hash))
                .orElseThrow(AuthenticationFailedException::new);
        use.of(live);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(live.id().toString()))
                .addRole(live.role().name())
                .addAttribute(WORKSPACE, live.workspaceId())
                .build();
    }
}
