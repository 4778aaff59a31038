package dev.leadline.intake.campaign;

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

/** Campaigns in, and as they are stored. */
@Path(CampaignResource.PATH)
@Tag(name = "Campaigns")
@Blocking
class CampaignResource {

    static final String PATH = "/api/v1/campaigns";

    private final CampaignService service;
    private final BatchIntake batches;

    CampaignResource(CampaignService service, BatchIntake batches) {
        this.service = service;
        this.batches = batches;
    }

    @POST
    @Idempotent
    @RolesAllowed({"INTEGRATION", "ADMIN"})
    @Operation(
            operationId = "postCampaign",
            summary = "Post a campaign",
            description = "The same `externalId` again with the same content answers the stored campaign; with"
                    + " different content it is a conflict: use PATCH. A campaign that was only DISCOVERED is"
                    + " filled in.")
    public RestResponse<Campaign> post(CampaignRequest request, @BeanParam DryRun dryRun) {
        return Trial.post(dryRun, () -> service.post(request)).answer(PATH);
    }

    @POST
    @Idempotent(oneTransaction = false)
    @Path("/batch")
    @Consumes({MediaType.APPLICATION_JSON, Ndjson.MEDIA_TYPE})
    @RolesAllowed({"INTEGRATION", "ADMIN"})
    @Operation(
            operationId = "postCampaignBatch",
            summary = "Post many campaigns",
            description = BatchLimits.DESCRIPTION)
    public RestResponse<BatchResult> postBatch(
            @RequestBodySchema(CampaignRequest.class) InputStream body,
            @Context HttpHeaders headers,
            @BeanParam DryRun dryRun)
            throws IOException {
        return batches.read(body, headers.getMediaType(), service.kind(), dryRun.isAsked())
                .answer();
    }

    @GET
    @RolesAllowed({"ANALYST", "ADMIN"})
    @Operation(
            operationId = "listCampaigns",
            summary = "List campaigns, newest first",
            description = PageLink.DESCRIPTION)
    public RestResponse<Page<Campaign>> list(
            @BeanParam CampaignFilter filter, @BeanParam PageRequest page, @Context UriInfo uri) {
        return PageLink.answer(service.list(filter, page), uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"ANALYST", "ADMIN"})
    @Operation(
            operationId = "getCampaign",
            summary = "Read a campaign",
            description = "By its id; to find it by the id of its ad platform, list with `externalId`.")
    public Campaign get(UUID id) {
        return service.get(id);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({"INTEGRATION", "ADMIN"})
    @Operation(
            operationId = "patchCampaign",
            summary = "Change a campaign",
            description = "A JSON merge patch (RFC 7396): what is not named stays, null removes. A changed"
                    + " dimension holds for all records of the campaign, past ones too.")
    public Campaign patch(UUID id, @RequestBody @Schema(implementation = CampaignUpdate.class) JsonNode patch) {
        return service.patch(id, patch);
    }
}
