package dev.leadline.intake.inquiry;

import dev.leadline.platform.paging.Conditions;
import dev.leadline.platform.paging.FilterValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which inquiries to list. */
class InquiryFilter {

    private static final Set<String> NAMES = Set.of("externalId", "source", "campaignId", "status", "from", "to");

    @Context
    UriInfo uri;

    @QueryParam("externalId")
    @Parameter(
            description = "Only inquiries with this id at their source.",
            schema = @Schema(type = SchemaType.STRING, examples = "form-20931"))
    String externalId;

    @QueryParam("source")
    @Parameter(
            description = "Only inquiries from this source.",
            schema = @Schema(type = SchemaType.STRING, examples = "website-form"))
    String source;

    @QueryParam("campaignId")
    @Parameter(
            description = "Only this campaign's.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            implementation = UUID.class,
                            examples = "01a20023-d8d5-7a3d-80b7-3c5eaff86aea"))
    String campaignId;

    @QueryParam("status")
    @Parameter(description = "Only inquiries of this status.", schema = @Schema(implementation = InquiryStatus.class))
    String status;

    @QueryParam("from")
    @Parameter(
            description = "Received on this day or later.",
            schema = @Schema(type = SchemaType.STRING, implementation = LocalDate.class, examples = "2026-01-01"))
    String from;

    @QueryParam("to")
    @Parameter(
            description = "Received on this day or earlier.",
            schema = @Schema(type = SchemaType.STRING, implementation = LocalDate.class, examples = "2026-01-31"))
    String to;

    Conditions conditions() {
        FilterValue.requireKnown(uri, NAMES);
        LocalDate first = FilterValue.day("from", from);
        LocalDate last = FilterValue.day("to", to);
        FilterValue.requireOrder(first, last);
        return new Conditions()
                .and("externalId =", FilterValue.text("externalId", externalId))
                .and("source =", FilterValue.text("source", source))
                .and("campaignId =", FilterValue.id("campaignId", campaignId))
                .and("status =", FilterValue.choice("status", status, InquiryStatus.class))
                .and("day >=", first)
                .and("day <=", last);
    }
}
