package dev.leadline.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.leadline.platform.json.CleanText;
import dev.leadline.platform.problem.Problem;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Whoever comes with a token of the OpenID provider, which has been verified before, is let into the workspace and with the
 * roles that the token names.
 */
@ApplicationScoped
class TokenIdentityAugmentor implements SecurityIdentityAugmentor {

    /** What is known of a token, as {@link Caller.Token}. */
    static final String TOKEN = "token";

    private static final Set<String> ROLES =
            Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toUnmodifiableSet());
    private static final int MOST_WORKSPACES = 10_000;

    private final OidcSettings settings;
    private final ApiKeyLookup keys;
    /** Those that are there; a workspace never goes away. */
    private final Cache<String, Boolean> known =
            Caffeine.newBuilder().maximumSize(MOST_WORKSPACES).build();

    TokenIdentityAugmentor(OidcSettings settings, ApiKeyLookup keys) {
        this.settings = settings;
        this.keys = keys;
    }

    void atStart(@Observes @Priority(1) StartupEvent event) {
        if (settings.enabled()
                && (settings.issuer().isEmpty() || settings.audience().isEmpty())) {
            throw new ConfigurationException(
                    "LEADLINE_OIDC_ENABLED needs LEADLINE_OIDC_ISSUER and LEADLINE_OIDC_AUDIENCE:"
                            + " without an audience, tokens that the provider made for other services would open this one.");
        }
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? context.runBlocking(() -> admitted(token, identity.getRoles()))
                : Uni.createFrom().item(identity);
    }

    private SecurityIdentity admitted(JsonWebToken token, Set<String> claimed) {
        String workspace = token.getClaim(settings.workspaceClaim()) instanceof String name ? name : "";
        if (!isKnown(workspace)) {
            throw refused(settings.workspaceClaim(), "a workspace of this installation");
        }
        Set<String> roles = claimed.stream().filter(ROLES::contains).collect(Collectors.toSet());
        if (roles.isEmpty()) {
            throw refused(settings.roleClaim(), "a role: INTEGRATION, ANALYST or ADMIN");
        }
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("oidc:" + token.getSubject()))
                .addRoles(roles)
                .addAttribute(ApiKeyIdentityProvider.WORKSPACE, workspace)
                .addAttribute(
                        TOKEN, new Caller.Token(token.getSubject(), Instant.ofEpochSecond(token.getExpirationTime())))
                .build();
    }

    private boolean isKnown(String workspace) {
        if (workspace.isEmpty() || CleanText.faultOf(workspace) != null) {
            return false;
        }
        if (known.getIfPresent(workspace) == null) {
            if (!keys.hasWorkspace(workspace)) {
                return false;
            }
            known.put(workspace, true);
        }
        return true;
    }

    private static RuntimeException refused(String claim, String what) {
        return Problem.forbidden("The token's claim " + claim + " does not name " + what + ".")
                .toException();
    }
}
