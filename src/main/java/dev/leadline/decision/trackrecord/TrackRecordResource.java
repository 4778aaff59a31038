package dev.leadline.decision.trackrecord;

import dev.leadline.analysis.query.AnalysisParameters;
import dev.leadline.analysis.query.AnalysisQuery;
import dev.leadline.analysis.query.QueryReader;
import dev.leadline.decision.PolicyParameters;
import dev.leadline.decision.PolicyReader;
import dev.leadline.platform.http.Bulkhead;
import dev.leadline.platform.query.QueryValue;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Past recommendations and what they were followed by. */
@Path("/api/v1/recommendations/track-record")
@Tag(name = "Recommendations")
@RolesAllowed({"ANALYST", "ADMIN"})
@Blocking
@Bulkhead
class TrackRecordResource {

    private static final Set<String> FIGURES = Set.of("day", "spend", "inquiries", "probabilityOfTarget");

    /** Two years, and a year by default: each week takes about as long as a recommendation. */
    private static final int MOST_WEEKS = 104;

    private static final int USUAL_WEEKS = 52;
    /** A year at most; by default long enough for a few deals of most segments, and short enough for little else to change. */
    private static final int MOST_OUTCOME_WEEKS = 52;

    private static final int USUAL_OUTCOME_WEEKS = 8;

    private final QueryReader queries;
    private final PolicyReader policies;
    private final TrackRecordService service;

    TrackRecordResource(QueryReader queries, PolicyReader policies, TrackRecordService service) {
        this.queries = queries;
        this.policies = policies;
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "getTrackRecord",
            summary = "What past recommendations were followed by",
            description =
                    "For the end of each past week, recommendations are computed again from what was known then, and compared"
                            + " with what the inquiries of the following weeks brought by the horizon, and with two common rules."
                            + " Only outcomes that are complete are judged: the last of those inquiries are as old as the horizon. `from` and"
                            + " `to` are the window of the last day; it moves back with the weeks. At most "
                            + MOST_WEEKS
                            + " weeks are replayed. They sort by `day`, or by the outcome's `spend` or `inquiries`, or by"
                            + " `probabilityOfTarget`. The policy's thresholds may be given to see what another policy would have"
                            + " done.")
    public TrackRecord trackRecord(
            @BeanParam AnalysisParameters parameters,
            @BeanParam PolicyParameters policy,
            @Parameter(
                            description = "How many past weeks to look at: the last that are old enough to judge.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "" + MOST_WEEKS,
                                            defaultValue = "" + USUAL_WEEKS))
                    @RestQuery
                    Optional<String> weeks,
            @Parameter(
                            description = "The inquiries of how many weeks after a recommendation are its outcome.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "" + MOST_OUTCOME_WEEKS,
                                            defaultValue = "" + USUAL_OUTCOME_WEEKS))
                    @RestQuery
                    Optional<String> outcomeWeeks) {
        AnalysisQuery query = queries.read(parameters, FIGURES);
        return service.trackRecord(
                query,
                policies.read(policy),
                QueryValue.of("weeks", weeks).whole(1, MOST_WEEKS, USUAL_WEEKS),
                QueryValue.of("outcomeWeeks", outcomeWeeks).whole(1, MOST_OUTCOME_WEEKS, USUAL_OUTCOME_WEEKS));
    }
}
