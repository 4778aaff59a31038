package dev.leadline.platform.paging;

import dev.leadline.platform.problem.Problem;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The paging parameters of every list. */
public class PageRequest {

    static final int MAX_LIMIT = 500;

    @QueryParam("limit")
    @Parameter(
            description = "Most records on a page.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "500", defaultValue = "50"))
    String limit;

    @QueryParam("cursor")
    @Parameter(
            description = "Where to go on: the `next` of the page before. Opaque.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            examples = "phcrzgpl2F1q.MDFhMjAwMWEtNzg0NC03OTE3LWJhMGYtMDZhYzUxNzhiNGI5"))
    String cursor;

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is not a number from 1 to 500 */
    public int size() {
        if (limit == null) {
            return 50;
        }
        try {
            int size = Integer.parseInt(limit);
            if (size >= 1 && size <= MAX_LIMIT) {
                return size;
            }
        } catch (NumberFormatException e) {
            // Same answer as for a number out of range.
        }
        throw Problem.badParameter("limit", "must be a whole number from 1 to " + MAX_LIMIT)
                .toException();
    }

    /**
     * @param list the list that is asked for
     * @param parts how many parts the list's key has
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if it is no cursor of such a list
     */
    public Optional<Cursor> after(ListId list, int parts) {
        return Optional.ofNullable(cursor).map(text -> Cursor.decoded(text, list, parts));
    }
}
