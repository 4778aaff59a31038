package dev.leadline.platform.query;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Whether a post is only to be tried. An operation that takes this is answered as {@link DryRunAnswers} says. */
public class DryRun {

    /** The parameter, and the member that marks the answer. */
    static final String NAME = "dryRun";

    private static final String ASKED = "true";

    @RestQuery
    @Parameter(
            description =
                    "Only try it: everything is checked and answered as if it were stored, with `dryRun: true`, and"
                            + " nothing is stored. Ids in the answer lead nowhere, and an Idempotency-Key is not used up. A batch may"
                            + " have 50,000 rows then.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    String dryRun;

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is neither true nor false */
    public boolean isAsked() {
        return isAsked(dryRun);
    }

    /** @param given the parameter as it stands in the address; null if it does not */
    static boolean isAsked(String given) {
        return new QueryValue(NAME, given)
                .oneOf(List.of(ASKED, "false"), "false")
                .equals(ASKED);
    }
}
