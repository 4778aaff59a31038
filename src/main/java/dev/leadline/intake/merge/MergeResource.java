package dev.leadline.intake.merge;

import dev.leadline.workspace.idempotency.Idempotent;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Campaigns put together. */
@Path("/api/v1/campaigns/{id}/merge")
@Tag(name = "Campaigns")
@Blocking
class MergeResource {

    private final MergeService service;

    MergeResource(MergeService service) {
        this.service = service;
    }

    @POST
    @Idempotent(oneTransaction = false)
    // Else a plain text would be taken to be the request's only member.
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("ADMIN")
    @Operation(
            operationId = "mergeCampaign",
            summary = "Merge a discovered campaign into this one",
            description =
                    "For one campaign that came in under two ids, as reports spell them. The inquiries, with their deals, and the"
                            + " spend of the DISCOVERED campaign become this one's; spend of the same day and dimensions is added. Its id"
                            + " becomes an alias: records that name it lead here, now and later. It is gone then, which cannot be undone."
                            + " Records move some thousands at a time; after a break repeat the request. Where there is no campaign of that"
                            + " id, it becomes an alias and nothing moves.")
    public RestResponse<MergeResult> merge(UUID id, MergeRequest request) {
        return RestResponse.ok(service.merge(id, request));
    }
}
