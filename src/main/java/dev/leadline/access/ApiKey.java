package dev.leadline.access;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An API key as it is listed: everything but the secret. */
@Schema(description = "An API key, without its secret.")
record ApiKey(
        @Schema(examples = "019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5a6b")
        UUID id,

        @Schema(examples = "Website form") String name,
        Role role,

        @Schema(description = "The last four characters, to tell keys apart.", examples = "x7Qz")
        String lastFour,

        @Schema(nullable = true, examples = "2027-11-21T00:00:00Z")
        Instant expiresAt,

        @Schema(nullable = true, description = "When it was revoked; null while it is live.")
        Instant revokedAt,

        @Schema(
                nullable = true,
                description = "When it was last used, up to a minute late; null if never.",
                examples = "2026-11-22T08:15:30Z")
        Instant lastUsedAt,

        @Schema(examples = "2026-11-21T09:30:00Z") Instant recordedAt) {

    static ApiKey of(ApiKeyEntity entity) {
        return new ApiKey(
                entity.id,
                entity.name,
                entity.role,
                entity.lastFour,
                entity.expiresAt,
                entity.revokedAt,
                entity.lastUsedAt,
                entity.recordedAt);
    }
}
