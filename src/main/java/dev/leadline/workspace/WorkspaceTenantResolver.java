package dev.leadline.workspace;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import jakarta.enterprise.context.RequestScoped;

/** Tells Hibernate whose rows it may see. */
@PersistenceUnitExtension
@RequestScoped
class WorkspaceTenantResolver implements TenantResolver {

    /** No workspace has this id, so a session opened outside of one sees nothing. */
    private static final String NOBODY = "";

    private final CurrentWorkspace workspace;

    WorkspaceTenantResolver(CurrentWorkspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public String getDefaultTenantId() {
        return NOBODY;
    }

    @Override
    public String resolveTenantId() {
        return workspace.isBound() ? workspace.id() : NOBODY;
    }
}
