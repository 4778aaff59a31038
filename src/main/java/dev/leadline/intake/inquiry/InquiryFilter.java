package dev.leadline.intake.inquiry;

import dev.leadline.platform.paging.Conditions;
import dev.leadline.platform.paging.FilterValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which inquiries to list. */
class InquiryFilter {

    private static final Set<String> NAMES = Set.of("externalId", "source", "campaignId", "status", "from", "to");

    @Context
    UriInfo uri;

    @QueryParam("externalId")
    @Parameter(description = "Only inquiries with this id at their source.")
    String externalId;

    @QueryParam("source")
    @Parameter(description = "Only inquiries from this source.")
    String source;

    @QueryParam("campaignId")
    @Parameter(description = "Only this campaign's.", schema = @Schema(implementation = UUID.class))
    String campaignId;

    @QueryParam("status")
    @Parameter(description = "Only inquiries of this status.", schema = @Schema(implementation = InquiryStatus.class))
    String status;

    @QueryParam("from")
    @Parameter(description = "Received on this day or later.", schema = @Schema(implementation = LocalDate.class))
    String from;

    @QueryParam("to")
    @Parameter(description = "Received on this day or earlier.", schema = @Schema(implementation = LocalDate.class))
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
