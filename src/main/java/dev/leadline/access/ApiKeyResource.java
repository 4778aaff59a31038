package dev.leadline.access;

import dev.leadline.platform.paging.Page;
import dev.leadline.platform.paging.PageLink;
import dev.leadline.platform.paging.PageRequest;
import dev.leadline.workspace.idempotency.Idempotent;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The workspace's API keys. */
@Path("/api/v1/api-keys")
@Tag(name = "Keys")
@RolesAllowed("ADMIN")
@Blocking
class ApiKeyResource {

    private final ApiKeyService service;

    ApiKeyResource(ApiKeyService service) {
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "listApiKeys",
            summary = "List the workspace's keys, newest first",
            description = "Expired and revoked keys included; secrets are not kept.")
    public RestResponse<Page<ApiKey>> list(@BeanParam PageRequest page, @Context UriInfo uri) {
        return PageLink.answer(service.list(page), uri);
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "createApiKey",
            summary = "Create a key; its secret is shown only once",
            description = "Store `key` now: only its hash is kept. Give each integration its own key.")
    public RestResponse<IssuedKey> create(NewApiKey request) {
        IssuedKey key = service.issue(request);
        return RestResponse.ResponseBuilder.<IssuedKey>created(URI.create("/api/v1/api-keys/" + key.id()))
                .entity(key)
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "revokeApiKey",
            summary = "Revoke a key at once",
            description = "From the next request on the key is refused. Revoking it again changes nothing. A"
                    + " workspace's last ADMIN key (the one that expires last) cannot be revoked; first create another"
                    + " that lasts as long.")
    @APIResponse(responseCode = "204", description = "Done; also if it was done before.")
    @APIResponse(responseCode = "409", ref = "#/components/responses/LastAdminKey")
    public RestResponse<Void> revoke(UUID id) {
        service.revoke(id);
        return RestResponse.noContent();
    }
}
