package dev.leadline.access;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes the key from {@code Authorization: Bearer} or {@code X-API-Key}. A bearer that has the form of a signed token is left
 * to OpenID Connect, where that is on.
 */
@ApplicationScoped
class ApiKeyMechanism implements HttpAuthenticationMechanism {

    private static final String BEARER = "bearer ";
    /** The beginning of a JSON object in base 64, and three parts. */
    private static final Pattern TOKEN = Pattern.compile("eyJ[^.]*\\.[^.]*\\.[^.]*");

    private final boolean takesTokens;

    ApiKeyMechanism(OidcSettings oidc) {
        takesTokens = oidc.enabled();
    }

    /** Before OpenID Connect, which would take every bearer for one of its own. */
    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 100;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        String key = key(context);
        return key == null
                ? Uni.createFrom().nullItem()
                : identities.authenticate(HttpSecurityUtils.setRoutingContextAttribute(
                        new ApiKeyRequest(key, ClientAddress.of(context)), context));
    }

    private String key(RoutingContext context) {
        String authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            String bearer = authorization.substring(BEARER.length()).trim();
            return takesTokens && TOKEN.matcher(bearer).matches() ? null : bearer;
        }
        return context.request().getHeader("X-API-Key");
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom()
                .item(new ChallengeData(HttpResponseStatus.UNAUTHORIZED.code(), "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(ApiKeyRequest.class);
    }
}
