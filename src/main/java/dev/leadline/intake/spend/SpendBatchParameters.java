package dev.leadline.intake.spend;

import dev.leadline.platform.query.QueryValue;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** How a batch of spend is read. */
class SpendBatchParameters {

    private static final String USUAL = "sum";

    @RestQuery
    @Parameter(
            description =
                    "What is done with rows of one campaign, day and dimensions within this request. `sum`: they are"
                            + " added, as the rows of a report by device, network or ad. `last`: the last one stays. `reject`: the"
                            + " first one stays, the others are rejected.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {USUAL, "last", "reject"},
                            defaultValue = USUAL))
    String onRepeat;

    OnRepeat onRepeat() {
        String chosen = new QueryValue("onRepeat", onRepeat).oneOf(List.of(USUAL, "last", "reject"), USUAL);
        return OnRepeat.valueOf(chosen.toUpperCase(Locale.ROOT));
    }
}
