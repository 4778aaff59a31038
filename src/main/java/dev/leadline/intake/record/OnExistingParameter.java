package dev.leadline.intake.record;

import dev.leadline.platform.query.QueryValue;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** How a post meets records that are there. */
public class OnExistingParameter {

    private static final String USUAL = "reject";

    @RestQuery
    @Parameter(
            description =
                    "What becomes of a record whose key is stored already with other content. `reject`: it is a conflict."
                            + " `update`: the fields given are merged into what is stored, as PATCH does it; a field left out or"
                            + " null stays as it is. `skip`: what is stored stays. With `reject` and `skip` a record is unchanged if it"
                            + " says what was posted first or what is stored now, with `update` if it says what is stored now: so a"
                            + " late repetition of an old request brings the old content back.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {USUAL, "update", "skip"},
                            defaultValue = USUAL))
    String onExisting;

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is none of these */
    public OnExisting onExisting() {
        String chosen = new QueryValue("onExisting", onExisting).oneOf(List.of(USUAL, "update", "skip"), USUAL);
        return OnExisting.valueOf(chosen.toUpperCase(Locale.ROOT));
    }
}
