package dev.leadline.intake.deal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leadline.intake.batch.BatchIntake;
import dev.leadline.intake.batch.BatchResult;
import dev.leadline.intake.record.Trial;
import dev.leadline.platform.Ndjson;
import dev.leadline.platform.http.BatchLimits;
import dev.leadline.platform.paging.Page;
import dev.leadline.platform.paging.PageLink;
import dev.leadline.platform.paging.PageRequest;
import dev.leadline.platform.query.DryRun;
import dev.leadline.workspace.idempotency.Idempotent;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Deals in, and as they are stored. */
@Path(DealResource.PATH)
@Tag(name = "Deals")
@Blocking
class DealResource {

    static final String PATH = "/api/v1/deals";

    private final DealService service;
    private final BatchIntake batches;

    DealResource(DealService service, BatchIntake batches) {
        this.service = service;
        this.batches = batches;
    }

    @POST
    @Idempotent
    @RolesAllowed({"INTEGRATION", "ADMIN"})
    @Operation(
            operationId = "postDeal",
            summary = "Post a deal",
            description = "The inquiry must be known. Without `margin` it is the revenue times the workspace's"
                    + " `defaultMarginRate`. The same `externalId` again with the same content answers the"
                    + " stored deal.")
    public RestResponse<Deal> post(DealRequest request, @BeanParam DryRun dryRun) {
        return Trial.post(dryRun, () -> service.post(request)).answer(PATH);
    }

    @POST
    @Idempotent(oneTransaction = false)
    @Path("/batch")
    @Consumes({MediaType.APPLICATION_JSON, Ndjson.MEDIA_TYPE})
    @RolesAllowed({"INTEGRATION", "ADMIN"})
    @Operation(operationId = "postDealBatch", summary = "Post many deals", description = BatchLimits.DESCRIPTION)
    public RestResponse<BatchResult> postBatch(
            @RequestBodySchema(DealRequest.class) InputStream body,
            @Context HttpHeaders headers,
            @BeanParam DryRun dryRun)
            throws IOException {
        return batches.read(body, headers.getMediaType(), service.kind(), dryRun.isAsked())
                .answer();
    }

    @GET
    @RolesAllowed({"ANALYST", "ADMIN"})
    @Operation(operationId = "listDeals", summary = "List deals, newest first", description = PageLink.DESCRIPTION)
    public RestResponse<Page<Deal>> list(
            @BeanParam DealFilter filter, @BeanParam PageRequest page, @Context UriInfo uri) {
        return PageLink.answer(service.list(filter, page), uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"ANALYST", "ADMIN"})
    @Operation(
            operationId = "getDeal",
            summary = "Read a deal",
            description = "By its id; to find it by its own number, list with `externalId`.")
    public Deal get(UUID id) {
        return service.get(id);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({"INTEGRATION", "ADMIN"})
    @Operation(
            operationId = "patchDeal",
            summary = "Change a deal",
            description =
                    "A JSON merge patch (RFC 7396): what is not named stays, but a margin that was never given follows"
                            + " the revenue. A cancelled deal stops counting from `cancelledAt` on, and what was `refunded` comes off"
                            + " revenue and margin from `refundedAt` on; as of an earlier day all of it still counts.")
    public Deal patch(UUID id, @RequestBody @Schema(implementation = DealUpdate.class) JsonNode patch) {
        return service.patch(id, patch);
    }
}
