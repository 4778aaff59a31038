package dev.leadline.intake.campaign;

import dev.leadline.platform.paging.Conditions;
import dev.leadline.platform.paging.FilterValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which campaigns to list. */
class CampaignFilter {

    @Context
    UriInfo uri;

    @QueryParam("externalId")
    @Parameter(
            description = "Only the campaign with this id of its ad platform.",
            schema = @Schema(type = SchemaType.STRING, examples = "gads-1001"))
    String externalId;

    @QueryParam("status")
    @Parameter(description = "Only campaigns of this status.", schema = @Schema(implementation = CampaignStatus.class))
    String status;

    Conditions conditions() {
        FilterValue.requireKnown(uri, Set.of("externalId", "status"));
        return new Conditions()
                .and("externalId =", FilterValue.text("externalId", externalId))
                .and("status =", FilterValue.choice("status", status, CampaignStatus.class));
    }
}
