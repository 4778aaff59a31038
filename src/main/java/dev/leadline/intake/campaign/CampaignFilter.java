package dev.leadline.intake.campaign;

import dev.leadline.platform.paging.Conditions;
import dev.leadline.platform.query.QueryValue;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which campaigns to list. */
class CampaignFilter {

    @RestQuery
    @Parameter(
            description = "Only the campaign with this id of its ad platform, or with this alias.",
            schema = @Schema(type = SchemaType.STRING, examples = "gads-1001"))
    String externalId;

    @RestQuery
    @Parameter(description = "Only campaigns of this status.", schema = @Schema(implementation = CampaignStatus.class))
    String status;

    /** @param ownId turns an alias into its campaign's own id, and leaves every other text as it is */
    Conditions conditions(UnaryOperator<String> ownId) {
        String asked = new QueryValue("externalId", externalId).text();
        return new Conditions()
                .and("externalId =", asked == null ? null : ownId.apply(asked))
                .and("status =", new QueryValue("status", status).choice(CampaignStatus.class));
    }
}
