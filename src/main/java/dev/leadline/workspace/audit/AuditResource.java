package dev.leadline.workspace.audit;

import dev.leadline.platform.paging.Page;
import dev.leadline.platform.paging.PageLink;
import dev.leadline.platform.paging.PageRequest;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Who changed what, for administrators. */
@Path("/api/v1/audit-entries")
@Tag(name = "Audit")
@RolesAllowed("ADMIN")
@Blocking
class AuditResource {

    private final AuditService service;

    AuditResource(AuditService service) {
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "listAuditEntries",
            summary = "List who changed what, newest first",
            description = "Settings, keys, and campaigns and deals changed by PATCH: each with the key that did it and"
                    + " the fields before and after. Entries are written with the change and kept for good.")
    public RestResponse<Page<AuditEntry>> list(
            @BeanParam AuditFilter filter, @BeanParam PageRequest page, @Context UriInfo uri) {
        return PageLink.answer(service.list(filter, page), uri);
    }
}
