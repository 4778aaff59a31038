package dev.leadline.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/**
 * Tokens of an OpenID provider, beside the API keys: {@code LEADLINE_OIDC_*}. The issuer and more of it is read by Quarkus
 * itself.
 */
@ConfigMapping(prefix = "leadline.oidc")
public interface OidcSettings {

    /** Whether tokens are taken at all. */
    @WithDefault("false")
    boolean enabled();

    /** Address of the provider, below which it tells of itself. */
    Optional<String> issuer();

    /** Whom a token must be meant for. */
    Optional<String> audience();

    /** The claim that names the workspace by its id. */
    @WithDefault("leadline_workspace")
    String workspaceClaim();

    /** The claim that names one or more roles; a path with slashes. */
    @WithDefault("leadline_role")
    String roleClaim();
}
