package dev.leadline.workspace.audit;

import dev.leadline.platform.audit.AuditAction;
import dev.leadline.platform.audit.AuditKind;
import dev.leadline.platform.audit.ValueChange;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One change, and who made it. */
@Schema(description = "One change, and who made it. It has neither secrets nor personal data.")
record AuditEntry(
        @Schema(examples = "019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5a6b")
        UUID id,

        AuditKind kind,
        AuditAction action,

        @Schema(
                examples = "019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5a6b",
                description = "Id of what was changed: the workspace, key, campaign, deal or inquiry.")
        String subjectId,

        @Schema(
                nullable = true,
                examples = "019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5a6b",
                description =
                        "Who did it: the id of the API key, or `oidc:` and the subject of the token. Null: the service by itself.")
        String actor,

        @Schema(description = "The fields that changed, by name; `policy.minimumDeals` is a field within a field.")
        Map<String, ValueChange> changes,

        @Schema(examples = "2026-11-21T09:30:00Z") Instant recordedAt) {}
