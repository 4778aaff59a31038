package dev.leadline.decision;

import dev.leadline.analysis.query.AnalysisParameters;
import dev.leadline.analysis.query.AnalysisQuery;
import dev.leadline.analysis.query.QueryReader;
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

/** Scale or hold, per segment. */
@Path("/api/v1/recommendations")
@Tag(name = "Recommendations")
@RolesAllowed({"ANALYST", "ADMIN"})
@Blocking
@Bulkhead
class RecommendationResource {

    private static final Set<String> FIGURES = Set.of("spend", "inquiries", "probabilityOfTarget");

    private final QueryReader queries;
    private final PolicyReader policies;
    private final RecommendationService service;

    RecommendationResource(QueryReader queries, PolicyReader policies, RecommendationService service) {
        this.queries = queries;
        this.policies = policies;
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "getRecommendations",
            summary = "Scale, hold or fix, with the reason and the evidence",
            description = "SCALE says where to replicate what is stable, HOLD what is still missing, FIX which"
                    + " link to fix. By default it rests on the same window as `/metrics` and `/diagnoses`, so that all say the same of"
                    + " a segment. The policy's thresholds may be given to see what another policy would say."
                    + " Segments sort by `spend`, `inquiries` or `probabilityOfTarget`.")
    public Recommendations get(
            @BeanParam AnalysisParameters parameters,
            @BeanParam PolicyParameters policy,
            @Parameter(
                            description =
                                    "Only recommendations of these actions, comma-separated: SCALE, HOLD, FIX. `limit` and"
                                            + " `segmentCount` are of those left.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            pattern = "(SCALE|HOLD|FIX)(,(SCALE|HOLD|FIX))*",
                                            examples = "SCALE"))
                    @RestQuery
                    Optional<String> action) {
        AnalysisQuery query = queries.read(parameters, FIGURES);
        return service.recommendations(
                query, policies.read(policy), QueryValue.of("action", action).choices(Action.class));
    }
}
