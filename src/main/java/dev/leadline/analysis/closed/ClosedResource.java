package dev.leadline.analysis.closed;

import dev.leadline.analysis.bucket.BucketLength;
import dev.leadline.analysis.query.AnalysisParameters;
import dev.leadline.analysis.query.QueryReader;
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

/** Money by closing day. */
@Path("/api/v1/metrics/closed")
@Tag(name = "Metrics")
@RolesAllowed({"ANALYST", "ADMIN"})
@Blocking
@Bulkhead
class ClosedResource {

    private static final String DAY = "day";
    private static final String WEEK = "week";
    private static final String MONTH = "month";

    private final QueryReader queries;
    private final ClosedService service;

    ClosedResource(QueryReader queries, ClosedService service) {
        this.queries = queries;
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "getMetricsClosed",
            summary = "Money by closing day, as accounts have it",
            description =
                    "Of the calendar days from `from` to `to`: deals that closed on them, what was refunded and cancelled on"
                            + " them, and what was spent on them. `/metrics` counts the same deals by the day of their inquiry; the two"
                            + " are not to be compared. Deals of invalid inquiries do not count. Nothing here is estimated: `level`,"
                            + " `horizonDays` and `targetRoi` change nothing. Segments sort by `spend`, `deals`, `revenue`, `margin`,"
                            + " `netRevenue` or `netMargin` of the whole window; `minInquiries` is of inquiries received in it. At most"
                            + " 20,000 buckets are returned, for all segments and the total.")
    public ClosedMetrics get(
            @BeanParam AnalysisParameters parameters,
            @Parameter(
                            description = "How long a bucket is; weeks begin on the workspace's `weekStart`.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {DAY, WEEK, MONTH},
                                            defaultValue = MONTH))
                    @RestQuery
                    Optional<String> interval) {
        String chosen = QueryValue.of("interval", interval).oneOf(List.of(DAY, WEEK, MONTH), MONTH);
        return service.closed(queries.read(parameters, ClosedFigure.NAMES), BucketLength.ofApiName(chosen));
    }
}
