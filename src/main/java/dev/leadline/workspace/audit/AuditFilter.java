package dev.leadline.workspace.audit;

import dev.leadline.platform.audit.AuditKind;
import dev.leadline.platform.paging.Conditions;
import dev.leadline.platform.paging.FilterValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which changes to list. */
class AuditFilter {

    private static final Set<String> NAMES = Set.of("kind", "subjectId", "from", "to");

    @Context
    UriInfo uri;

    @QueryParam("kind")
    @Parameter(description = "Only changes to this.", schema = @Schema(implementation = AuditKind.class))
    String kind;

    @QueryParam("subjectId")
    @Parameter(
            description = "Only changes to the one with this id.",
            schema = @Schema(type = SchemaType.STRING, examples = "01a20023-d8d5-7a3d-80b7-3c5eaff86aea"))
    String subjectId;

    @QueryParam("from")
    @Parameter(
            description = "Made on this day or later, in the workspace's time zone.",
            schema = @Schema(type = SchemaType.STRING, implementation = LocalDate.class, examples = "2026-11-01"))
    String from;

    @QueryParam("to")
    @Parameter(
            description = "Made on this day or earlier, in the workspace's time zone.",
            schema = @Schema(type = SchemaType.STRING, implementation = LocalDate.class, examples = "2026-11-30"))
    String to;

    /** @param zone whose days are meant */
    Conditions conditions(ZoneId zone) {
        FilterValue.requireKnown(uri, NAMES);
        LocalDate first = FilterValue.day("from", from);
        LocalDate last = FilterValue.day("to", to);
        FilterValue.requireOrder(first, last);
        return new Conditions()
                .and("kind =", FilterValue.choice("kind", kind, AuditKind.class))
                .and("subjectId =", FilterValue.text("subjectId", subjectId))
                .and("recordedAt >=", start(first, zone))
                .and("recordedAt <", start(last == null ? null : last.plusDays(1), zone));
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }
}
