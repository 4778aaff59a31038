package dev.leadline.intake.deal;

import dev.leadline.platform.paging.Conditions;
import dev.leadline.platform.query.DayRange;
import dev.leadline.platform.query.QueryValue;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which deals to list. */
class DealFilter {

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
        DayRange days = DayRange.of(from, to);
        return new Conditions()
                .and("closedDay >=", days.from())
                .and("closedDay <=", days.to())
                .and("externalId =", new QueryValue("externalId", externalId).text())
                .and("inquiryId =", new QueryValue("inquiryId", inquiryId).id())
                .and("status =", new QueryValue("status", status).choice(DealStatus.class));
    }
}
