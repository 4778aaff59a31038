package dev.leadline.access;

import dev.leadline.platform.http.RequestLog;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Notes whose request it is that has just been let in, and counts it, whatever comes of it. */
@ApplicationScoped
class RequestQuotaAugmentor implements SecurityIdentityAugmentor {

    private final RequestQuota quota;

    RequestQuotaAugmentor(RequestQuota quota) {
        this.quota = quota;
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context, Map<String, Object> attributes) {
        RoutingContext request = HttpSecurityUtils.getRoutingContextAttribute(attributes);
        if (!identity.isAnonymous() && request != null) {
            RequestLog.workspace(request, identity.getAttribute(ApiKeyIdentityProvider.WORKSPACE));
            quota.take(identity.getPrincipal().getName(), request.response().headers());
        }
        return Uni.createFrom().item(identity);
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return augment(identity, context, Map.of());
    }

    /** After those that may still refuse. */
    @Override
    public int priority() {
        return -1;
    }
}
