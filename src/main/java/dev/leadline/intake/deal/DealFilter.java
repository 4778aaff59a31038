package dev.leadline.intake.deal;

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

/** Which deals to list. */
class DealFilter {

    private static final Set<String> NAMES = Set.of("externalId", "inquiryId", "status", "from", "to");

    @Context
    UriInfo uri;

    @QueryParam("externalId")
    @Parameter(
            description = "Only the deal with this external id.",
            schema = @Schema(type = SchemaType.STRING, examples = "order-7781"))
    String externalId;

    @QueryParam("inquiryId")
    @Parameter(
            description = "Only this inquiry's.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            implementation = UUID.class,
                            examples = "01a20023-d8d5-7a3d-80b7-3c5eaff86aea"))
    String inquiryId;

    @QueryParam("status")
    @Parameter(description = "Only deals of this status.", schema = @Schema(implementation = DealStatus.class))
    String status;

    @QueryParam("from")
    @Parameter(
            description = "Closed on this day or later.",
            schema = @Schema(type = SchemaType.STRING, implementation = LocalDate.class, examples = "2026-02-01"))
    String from;

    @QueryParam("to")
    @Parameter(
            description = "Closed on this day or earlier.",
            schema = @Schema(type = SchemaType.STRING, implementation = LocalDate.class, examples = "2026-02-28"))
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
