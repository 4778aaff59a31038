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

    private final KeyDirectory directory;
    private final Guesses guesses;
    private final KeyUse use;

    ApiKeyIdentityProvider(KeyDirectory directory, Guesses guesses, KeyUse use) {
        this.directory = directory;
        this.guesses = guesses;
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
        byte[] hash = Secret.hash(request.key());
        KeyDirectory.LiveKey live = guesses.lookUp(request.address(), request.key(), hash, () -> directory.find(hash))
                .orElseThrow(AuthenticationFailedException::new);
        use.of(live);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(live.id().toString()))
                .addRole(live.role().name())
                .addAttribute(WORKSPACE, live.workspaceId())
                .build();
    }
}
