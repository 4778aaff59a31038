package dev.leadline.analysis.series;

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

/** Metrics over time. */
@Path("/api/v1/metrics/series")
@Tag(name = "Metrics")
@RolesAllowed({"ANALYST", "ADMIN"})
@Blocking
@Bulkhead
class SeriesResource {

    private static final String DAY = "day";
    private static final String WEEK = "week";
    private static final String MONTH = "month";

    private final QueryReader queries;
    private final SeriesService service;

    SeriesResource(QueryReader queries, SeriesService service) {
        this.queries = queries;
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "getMetricsSeries",
            summary = "The core metrics over time",
            description =
                    "By the day, week or month in which the inquiries were received; weeks begin on the workspace's `weekStart`. Segments sort by `spend` or"
                            + " `inquiries`. At most 20,000 buckets are returned, for all segments and the total.")
    public Series get(
            @BeanParam AnalysisParameters parameters,
            @Parameter(
                            description = "How long a bucket is.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {DAY, WEEK, MONTH},
                                            defaultValue = WEEK))
                    @RestQuery
                    Optional<String> interval) {
        String chosen = QueryValue.of("interval", interval).oneOf(List.of(DAY, WEEK, MONTH), WEEK);
        return service.series(queries.read(parameters, ShownSegments.FIGURES), BucketLength.ofApiName(chosen));
    }
}
