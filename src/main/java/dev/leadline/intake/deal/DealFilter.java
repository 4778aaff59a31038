package dev.leadline.intake.deal;

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

/** Which deals to list. */
class DealFilter {

    private static final Set<String> NAMES = Set.of("externalId", "inquiryId", "status", "from", "to");

    @Context
    UriInfo uri;

    @QueryParam("externalId")
    @Parameter(description = "Only the deal with this external id.")
    String externalId;

    @QueryParam("inquiryId")
    @Parameter(description = "Only this inquiry's.", schema = @Schema(implementation = UUID.class))
    String inquiryId;

    @QueryParam("status")
    @Parameter(description = "Only deals of this status.", schema = @Schema(implementation = DealStatus.class))
    String status;

    @QueryParam("from")
    @Parameter(description = "Closed on this day or later.", schema = @Schema(implementation = LocalDate.class))
    String from;

    @QueryParam("to")
    @Parameter(description = "Closed on this day or earlier.", schema = @Schema(implementation = LocalDate.class))
    String to;

    Conditions conditions() {
        FilterValue.requireKnown(uri, NAMES);
        LocalDate first = FilterValue.day("from", from);
        LocalDate last = FilterValue.day("to", to);
        FilterValue.requireOrder(first, last);
        return new Conditions()
                .and("externalId =", FilterValue.text("externalId", externalId))
                .and("inquiryId =", FilterValue.id("inquiryId", inquiryId))
                .and("status =", FilterValue.choice("status", status, DealStatus.class))
                .and("closedDay >=", first)
                .and("closedDay <=", last);
    }
}
