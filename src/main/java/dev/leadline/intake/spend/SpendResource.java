package dev.leadline.intake.spend;

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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Spend in, and as it is stored. */
@Path("/api/v1/spend")
@Tag(name = "Spend")
@Blocking
class SpendResource {

    private final SpendService service;
    private final BatchIntake batches;

    SpendResource(SpendService service, BatchIntake batches) {
        this.service = service;
        this.batches = batches;
    }

    @POST
    @Idempotent
    @RolesAllowed({"INTEGRATION", "ADMIN"})
    @Operation(
            operationId = "postSpend",
            summary = "Post a day's spend, or state it anew",
            description = "Campaign, day and the dimensions named are the key: the same key again replaces the"
                    + " figures, as ad platforms restate them. Naming region, industry or market segment"
                    + " makes their cost direct. Cost of a whole campaign and cost of its parts both count: `warnings` names"
                    + " the day where both are stored.")
    public RestResponse<PostedSpend> post(SpendRequest request, @BeanParam DryRun dryRun) {
        return Trial.post(dryRun, () -> service.post(request)).answer();
    }

    @POST
    @Idempotent(oneTransaction = false)
    @Path("/batch")
    @Consumes({MediaType.APPLICATION_JSON, Ndjson.MEDIA_TYPE})
    @RolesAllowed({"INTEGRATION", "ADMIN"})
    @Operation(
            operationId = "postSpendBatch",
            summary = "Post many days' spend",
            description = BatchLimits.DESCRIPTION
                    + " Rows of one campaign, day and dimensions are added, as a report by device or ad has them; what an"
                    + " earlier request said of that day is replaced. So after a break repeat the whole request, never the"
                    + " rest of it. Cost of a whole campaign and cost of its parts both count: `warnings` names the days"
                    + " where both are stored.")
    public RestResponse<BatchResult> postBatch(
            @RequestBodySchema(SpendRequest.class) InputStream body,
            @BeanParam SpendBatchParameters parameters,
            @Context HttpHeaders headers,
            @BeanParam DryRun dryRun)
            throws IOException {
        SpendBatch batch = new SpendBatch(parameters.onRepeat());
        return batches.read(body, headers.getMediaType(), service.kind(batch), dryRun.isAsked())
                .withWarnings(batch.warnings())
                .answer();
    }

    @GET
    @RolesAllowed({"ANALYST", "ADMIN"})
    @Operation(operationId = "listSpend", summary = "List spend, latest day first", description = PageLink.DESCRIPTION)
    public RestResponse<Page<SpendDay>> list(
            @BeanParam SpendFilter filter, @BeanParam PageRequest page, @Context UriInfo uri) {
        return PageLink.answer(service.list(filter, page), uri);
    }
}
