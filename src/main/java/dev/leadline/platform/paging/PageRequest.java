package dev.leadline.platform.paging;

import dev.leadline.platform.query.QueryValue;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The paging parameters of every list. */
public class PageRequest {

    private static final int MAX_LIMIT = 500;
    private static final int USUAL_LIMIT = 50;

    @RestQuery
    @Parameter(
            description = "Most records on a page.",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "" + MAX_LIMIT,
                            defaultValue = "" + USUAL_LIMIT))
    String limit;

    @RestQuery
    @Parameter(
            description = "Where to go on: the `next` of the page before. Opaque.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            examples = "phcrzgpl2F1q.MDFhMjAwMWEtNzg0NC03OTE3LWJhMGYtMDZhYzUxNzhiNGI5"))
    String cursor;

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is not a number from 1 to 500 */
    public int size() {
        return new QueryValue("limit", limit).whole(1, MAX_LIMIT, USUAL_LIMIT);
    }

    /**
     * @param list the list that is asked for
     * @param parts how many parts the list's key has
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is no cursor of such a list
     */
    public Optional<Cursor> after(ListId list, int parts) {
        return Optional.ofNullable(new QueryValue("cursor", cursor).text())
                .map(text -> Cursor.decoded(text, list, parts));
    }
}
