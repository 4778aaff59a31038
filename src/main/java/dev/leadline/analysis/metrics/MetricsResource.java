package dev.leadline.analysis.metrics;

import dev.leadline.analysis.query.AnalysisParameters;
import dev.leadline.analysis.query.QueryReader;
import dev.leadline.platform.http.Bulkhead;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Metrics per segment. */
@Path("/api/v1/metrics")
@Tag(name = "Metrics")
@RolesAllowed({"ANALYST", "ADMIN"})
@Blocking
@Bulkhead
class MetricsResource {

    private final QueryReader queries;
    private final MetricsService service;

    MetricsResource(QueryReader queries, MetricsService service) {
        this.queries = queries;
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "getMetrics",
            summary = "The core metrics per segment, with what is known of each",
            description = "For the inquiries received from `from` to `to`: spend, cost per inquiry, conversion"
                    + " so far and matured, margin, return over the whole cycle, the most an inquiry may"
                    + " cost, and whether volume and cost are stable. Deals are counted by the day of their inquiry;"
                    + " `/metrics/closed` counts them by the day they closed.")
    public Metrics get(@BeanParam AnalysisParameters parameters) {
        return service.metrics(queries.read(parameters, Figure.NAMES));
    }
}
