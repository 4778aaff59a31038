package dev.leadline.intake.deal;

import dev.leadline.platform.paging.Conditions;
import dev.leadline.platform.paging.ListFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which deals to list. */
class DealFilter {

    @Context
    UriInfo uri;

    @RestQuery
    @Parameter(
            description = "Only the deal with this external id.",
            schema = @Schema(type = SchemaType.STRING, examples = "order-7781"))
    String externalId;

    @RestQuery
    @Parameter(
            description = "Only this inquiry's.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            implementation = UUID.class,
                            examples = "01a20023-d8d5-7a3d-80b7-3c5eaff86aea"))
    String inquiryId;

    @RestQuery
    @Parameter(description = "Only deals of this status.", schema = @Schema(implementation = DealStatus.class))
    String status;

    @RestQuery
    @Parameter(
            description = "Closed on this day or later.",
            schema = @Schema(type = SchemaType.STRING, implementation = LocalDate.class, examples = "2026-02-01"))
    String from;

    @RestQuery
    @Parameter(
            description = "Closed on this day or earlier.",
            schema = @Schema(type = SchemaType.STRING, implementation = LocalDate.class, examples = "2026-02-28"))
    String to;

    Conditions conditions() {
        return new ListFilter()
                .days("closedDay", from, to)
                .text("externalId", externalId)
                .id("inquiryId", inquiryId)
                .choice("status", status, DealStatus.class)
                .conditions(uri);
    }
}
