package dev.leadline.intake.inquiry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leadline.intake.batch.BatchIntake;
import dev.leadline.intake.batch.BatchResult;
import dev.leadline.intake.batch.ProblemsFrom;
import dev.leadline.intake.batch.Warnings;
import dev.leadline.intake.record.ExternalIds;
import dev.leadline.intake.record.OnExisting;
import dev.leadline.intake.record.OnExistingParameter;
import dev.leadline.intake.record.Posted;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Inquiries in, and as they are stored. */
@Path(InquiryResource.PATH)
@Tag(name = "Inquiries")
@Blocking
class InquiryResource {

    static final String PATH = "/api/v1/inquiries";

    private static final String NOT_SHOWN =
            "To a key with the role `INTEGRATION`, contact, click ids and message are null.";

    private final InquiryService service;
    private final InquiryPosting posting;
    private final BatchIntake batches;

    InquiryResource(InquiryService service, InquiryPosting posting, BatchIntake batches) {
        this.service = service;
        this.posting = posting;
        this.batches = batches;
    }

    @POST
    @Idempotent
    @RolesAllowed({"INTEGRATION", "ADMIN"})
    @Operation(
            operationId = "postInquiry",
            summary = "Post an inquiry",
            description = "The same `source` and `externalId` again with the same content answers the stored"
                    + " inquiry; what becomes of other content `onExisting` says. A `campaignExternalId` that is not known yet creates a campaign with status"
                    + " DISCOVERED, so that no inquiry is lost. `firstRespondedAt` is best set by PATCH once it is"
                    + " answered.")
    public RestResponse<Inquiry> post(
            InquiryRequest request,
            @BeanParam OnExistingParameter existing,
            @BeanParam DryRun dryRun,
            @Context SecurityContext caller) {
        OnExisting onExisting = existing.onExisting();
        Posted<Inquiry> posted = Trial.post(dryRun, () -> posting.post(request, onExisting));
        // By the others, anything would do to be shown what is stored.
        boolean saysAll = onExisting == OnExisting.REJECT || posted.outcome().isCreated();
        return posted.with(inquiry -> saysAll ? inquiry : shown(inquiry, caller))
                .answer(PATH);
    }

    @POST
    @Idempotent(oneTransaction = false)
    @Path("/batch")
    @Consumes({MediaType.APPLICATION_JSON, Ndjson.MEDIA_TYPE})
    @RolesAllowed({"INTEGRATION", "ADMIN"})
    @Operation(
            operationId = "postInquiryBatch",
            summary = "Post many inquiries",
            description =
                    BatchLimits.DESCRIPTION
                            + " Where a campaign had to be made whose id is another's but for case and punctuation, `warnings` names it.")
    public RestResponse<BatchResult> postBatch(
            @RequestBodySchema(InquiryRequest.class) InputStream body,
            @BeanParam OnExistingParameter existing,
            @BeanParam ProblemsFrom problems,
            @Context HttpHeaders headers,
            @BeanParam DryRun dryRun)
            throws IOException {
        Warnings warnings = new Warnings();
        return batches.read(
                        body,
                        headers.getMediaType(),
                        service.kind(existing.onExisting(), warnings),
                        dryRun.isAsked(),
                        problems.row())
                .withWarnings(warnings.all())
                .answer();
    }

    @GET
    @RolesAllowed({"ANALYST", "ADMIN"})
    @Operation(
            operationId = "listInquiries",
            summary = "List inquiries, newest first",
            description = PageLink.DESCRIPTION)
    public RestResponse<Page<Inquiry>> list(
            @BeanParam InquiryFilter filter, @BeanParam PageRequest page, @Context UriInfo uri) {
        return PageLink.answer(service.list(filter, page), uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"ANALYST", "ADMIN"})
    @Operation(
            operationId = "getInquiry",
            summary = "Read an inquiry",
            description = "By its id; by the id at its source it is read at `/by-external-id`.")
    public Inquiry get(UUID id) {
        return service.get(id);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({"INTEGRATION", "ADMIN"})
    @Operation(
            operationId = "patchInquiry",
            summary = "Change an inquiry",
            description = "A JSON merge patch (RFC 7396): what is not named stays, null removes. Changed"
                    + " dimensions move its deals with it.")
    public Inquiry patch(UUID id, @RequestBody @Schema(implementation = InquiryUpdate.class) JsonNode patch) {
        return service.patch(id, patch);
    }

    @DELETE
    @Path("/{id}/contact")
    @RolesAllowed("ADMIN")
    @Operation(
            operationId = "eraseInquiryContact",
            summary = "Erase who asked",
            description =
                    "Erases contact, click ids and message for good; the inquiry stays counted. Posting the inquiry"
                            + " again answers it as it is now, and no PATCH brings them back.")
    public RestResponse<Void> eraseContact(UUID id) {
        service.eraseContact(id);
        return RestResponse.noContent();
    }

    @GET
    @Path("/by-external-id/{externalId}")
    @RolesAllowed({"INTEGRATION", "ANALYST", "ADMIN"})
    @Operation(
            operationId = "getInquiryByExternalId",
            summary = "Read an inquiry by its source and external id",
            description = "For integrations too. The id stands there as a part of a path: `2025/17` is `2025%2F17`. "
                    + NOT_SHOWN)
    public Inquiry getByExternalId(
            @RestPath
                    @Parameter(
                            description = "Its id at its source.",
                            schema = @Schema(type = SchemaType.STRING, examples = "form-20931"))
                    String externalId,
            @BeanParam InquiryAddress address,
            @Context SecurityContext caller) {
        return shown(service.get(service.id(address.key(externalId))), caller);
    }

    @PUT
    @Path("/by-external-id/{externalId}")
    @RolesAllowed({"INTEGRATION", "ADMIN"})
    @Operation(
            operationId = "putInquiryByExternalId",
            summary = "Store an inquiry, new or changed",
            description = ExternalIds.PUT_DESCRIPTION + " So is its source. " + NOT_SHOWN)
    public RestResponse<Inquiry> putByExternalId(
            @RestPath
                    @Parameter(
                            description = "Its id at its source.",
                            schema = @Schema(type = SchemaType.STRING, examples = "form-21001"))
                    String externalId,
            @BeanParam InquiryAddress address,
            InquiryRequest request,
            @BeanParam DryRun dryRun,
            @Context SecurityContext caller) {
        return Trial.post(dryRun, () -> posting.put(address.key(externalId), request))
                .with(inquiry -> shown(inquiry, caller))
                .answer(PATH);
    }

    @PATCH
    @Path("/by-external-id/{externalId}")
    @RolesAllowed({"INTEGRATION", "ADMIN"})
    @Operation(
            operationId = "patchInquiryByExternalId",
            summary = "Change an inquiry by its source and external id",
            description = "The same as by its id. " + NOT_SHOWN)
    public Inquiry patchByExternalId(
            @RestPath
                    @Parameter(
                            description = "Its id at its source.",
                            schema = @Schema(type = SchemaType.STRING, examples = "form-20931"))
                    String externalId,
            @BeanParam InquiryAddress address,
            @RequestBody @Schema(implementation = InquiryUpdate.class) JsonNode patch,
            @Context SecurityContext caller) {
        return shown(service.patch(service.id(address.key(externalId)), patch), caller);
    }

    /** An integration writes whatever it has, and need not be able to read what others have. */
    private static Inquiry shown(Inquiry inquiry, SecurityContext caller) {
        boolean mayRead = caller.isUserInRole("ANALYST") || caller.isUserInRole("ADMIN");
        return mayRead ? inquiry : inquiry.withoutContact();
    }
}
