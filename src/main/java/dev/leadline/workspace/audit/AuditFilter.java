package dev.leadline.workspace.audit;

import dev.leadline.platform.audit.AuditKind;
import dev.leadline.platform.paging.Conditions;
import dev.leadline.platform.query.DayRange;
import dev.leadline.platform.query.QueryValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which changes to list. */
class AuditFilter {

    @RestQuery
    @Parameter(description = "Only changes to this.", schema = @Schema(implementation = AuditKind.class))
    String kind;

    @RestQuery
    @Parameter(
            description = "Only changes to the one with this id.",
            schema = @Schema(type = SchemaType.STRING, examples = "01a20023-d8d5-7a3d-80b7-3c5eaff86aea"))
    String subjectId;

    @RestQuery
    @Parameter(
            description = "Made on this day or later, in the workspace's time zone.",
            schema = @Schema(type = SchemaType.STRING, implementation = LocalDate.class, examples = "2026-11-01"))
    String from;

    @RestQuery
    @Parameter(
            description = "Made on this day or earlier, in the workspace's time zone.",
            schema = @Schema(type = SchemaType.STRING, implementation = LocalDate.class, examples = "2026-11-30"))
    String to;

    /** @param zone whose days are meant */
    Conditions conditions(ZoneId zone) {
        DayRange days = DayRange.of(from, to);
        return new Conditions()
                .and("kind =", new QueryValue("kind", kind).choice(AuditKind.class))
                .and("subjectId =", new QueryValue("subjectId", subjectId).text())
                .and("recordedAt >=", start(days.from(), zone))
                .and("recordedAt <", start(days.to() == null ? null : days.to().plusDays(1), zone));
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }
}
