package dev.leadline.intake.spend;

import dev.leadline.platform.query.DayRange;
import dev.leadline.platform.query.QueryValue;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which spend to list. */
class SpendFilter {

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
    @Parameter(
            description = "From this day on.",
            schema = @Schema(type = SchemaType.STRING, implementation = LocalDate.class, examples = "2026-01-01"))
    String from;

    @RestQuery
    @Parameter(
            description = "Up to this day, included.",
            schema = @Schema(type = SchemaType.STRING, implementation = LocalDate.class, examples = "2026-01-31"))
    String to;

    UUID campaignId() {
        return new QueryValue("campaignId", campaignId).id();
    }

    DayRange days() {
        return DayRange.of(from, to);
    }
}
