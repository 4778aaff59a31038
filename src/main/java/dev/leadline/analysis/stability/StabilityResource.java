package dev.leadline.analysis.stability;

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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Control charts per segment. */
@Path("/api/v1/stability")
@Tag(name = "Stability")
@RolesAllowed({"ANALYST", "ADMIN"})
@Blocking
@Bulkhead
class StabilityResource {

    private final QueryReader queries;
    private final StabilityService service;

    StabilityResource(QueryReader queries, StabilityService service) {
        this.queries = queries;
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "getStability",
            summary = "The control chart of weekly volume, cost or conversion",
            description =
                    "Complete ISO weeks decide; days are for looking at. Segments sort by `spend` or `inquiries`. At"
                            + " most 200,000 points are returned, for all segments and the total.")
    public StabilityCharts get(
            @BeanParam AnalysisParameters parameters,
            @Parameter(
                            description = "Which weekly figure.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"volume", "cost", "conversion"},
                                            defaultValue = "volume"))
                    @RestQuery
                    Optional<String> metric) {
        String chosen = QueryValue.of("metric", metric).oneOf(Metric.NAMES, Metric.VOLUME.apiName());
        return service.charts(queries.read(parameters, ShownSegments.FIGURES), Metric.ofApiName(chosen));
    }
}
