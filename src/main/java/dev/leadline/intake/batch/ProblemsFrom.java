package dev.leadline.intake.batch;

import dev.leadline.platform.query.QueryValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which problems of a batch are told. */
public class ProblemsFrom {

    @RestQuery
    @Parameter(
            description =
                    "Of which row on problems are told, at most 1,000 of them; what is stored does not depend on it. Where"
                            + " `moreProblemsFrom` of an answer has a number, the same batch again with that number here tells the"
                            + " next ones.",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "0",
                            maximum = "" + Integer.MAX_VALUE,
                            defaultValue = "0"))
    String problemsFrom;

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is no place of a row */
    public int row() {
        return new QueryValue("problemsFrom", problemsFrom).whole(0, Integer.MAX_VALUE, 0);
    }
}
