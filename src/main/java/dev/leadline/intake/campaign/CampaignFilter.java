package dev.leadline.intake.campaign;

import dev.leadline.platform.paging.Conditions;
import dev.leadline.platform.query.QueryValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which campaigns to list. */
class CampaignFilter {

    @RestQuery
    @Parameter(
            description = "Only the campaign with this id of its ad platform.",
            schema = @Schema(type = SchemaType.STRING, examples = "gads-1001"))
    String externalId;

    @RestQuery
    @Parameter(description = "Only campaigns of this status.", schema = @Schema(implementation = CampaignStatus.class))
    String status;

    Conditions conditions() {
        return new Conditions()
                .and("externalId =", new QueryValue("externalId", externalId).text())
                .and("status =", new QueryValue("status", status).choice(CampaignStatus.class));
    }
}
