package dev.leadline.intake.inquiry;

import dev.leadline.platform.paging.Conditions;
import dev.leadline.platform.query.DayRange;
import dev.leadline.platform.query.QueryValue;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which inquiries to list. */
class InquiryFilter {

    @RestQuery
    @Parameter(
            description = "Only inquiries with this id at their source.",
            schema = @Schema(type = SchemaType.STRING, examples = "form-20931"))
    String externalId;

    @RestQuery
    @Parameter(
            description = "Only inquiries from this source.",
            schema = @Schema(type = SchemaType.STRING, examples = "website-form"))
    String source;

    @RestQuery
    @Parameter(
            description = "Only this campaign's.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            implementation = UUID.class,
                            examples = "01a20023-d8d5-7a3d-80b7-3c5eaff86aea"))
    String campaignId;

    @RestQuery
    @Parameter(description = "Only inquiries of this status.", schema = @Schema(implementation = InquiryStatus.class))
    String status;

    @RestQuery
    @Parameter(
            description = "Received on this day or later.",
            schema = @Schema(type = SchemaType.STRING, implementation = LocalDate.class, examples = "2026-01-01"))
    String from;

    @RestQuery
    @Parameter(
            description = "Received on this day or earlier.",
            schema = @Schema(type = SchemaType.STRING, implementation = LocalDate.class, examples = "2026-01-31"))
    String to;

    Conditions conditions() {
        DayRange days = DayRange.of(from, to);
        return new Conditions()
                .and("day >=", days.from())
                .and("day <=", days.to())
                .and("externalId =", new QueryValue("externalId", externalId).text())
                .and("source =", new QueryValue("source", source).text())
                .and("campaignId =", new QueryValue("campaignId", campaignId).id())
                .and("status =", new QueryValue("status", status).choice(InquiryStatus.class));
    }
}
