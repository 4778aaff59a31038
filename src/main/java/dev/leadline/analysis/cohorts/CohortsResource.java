package dev.leadline.analysis.cohorts;

import dev.leadline.analysis.bucket.BucketLength;
import dev.leadline.analysis.query.AnalysisParameters;
import dev.leadline.analysis.query.QueryReader;
import dev.leadline.analysis.segmentation.ShownSegments;
import dev.leadline.platform.http.Bulkhead;
import dev.leadline.platform.query.QueryValue;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Cohorts of inquiries over their whole cycle. */
@Path("/api/v1/cohorts")
@Tag(name = "Cohorts")
@RolesAllowed({"ANALYST", "ADMIN"})
@Blocking
@Bulkhead
class CohortsResource {

    private static final String WEEK = "week";
    private static final String MONTH = "month";

    private final QueryReader queries;
    private final CohortsService service;

    CohortsResource(QueryReader queries, CohortsService service) {
        this.queries = queries;
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "getCohorts",
            summary = "What each cohort of inquiries brought by lag, and will have brought by the horizon",
            description =
                    "A cohort is the inquiries received in one week, from the workspace's `weekStart` on, or month. Segments sort by `spend` or"
                            + " `inquiries`. At most 100,000 points are returned, for all segments and the total.")
    public Cohorts get(
            @BeanParam AnalysisParameters parameters,
            @Parameter(
                            description =
                                    "How long a cohort is. Points come every 7 days for weeks, every 30 for months,"
                                            + " and at the horizon.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {WEEK, MONTH},
                                            defaultValue = MONTH))
                    @RestQuery
                    Optional<String> interval) {
        String chosen = QueryValue.of("interval", interval).oneOf(List.of(WEEK, MONTH), MONTH);
        return service.cohorts(queries.read(parameters, ShownSegments.FIGURES), BucketLength.ofApiName(chosen));
    }
}
