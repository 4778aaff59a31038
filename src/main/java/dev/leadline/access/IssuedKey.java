package dev.leadline.access;

import dev.leadline.workspace.idempotency.ShownOnce;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A key just made, with its secret: the only time it is shown. */
@Schema(description = "A new key. `key` is shown only now; store it.")
record IssuedKey(
        @Schema(examples = "019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5a6b")
        UUID id,

        @Schema(examples = "Website form") String name,
        Role role,

        @Schema(
                nullable = true,
                description = "The secret. Null in a replayed answer: it is not stored.",
                examples = "ldl_4fYc0mQn3rTz8VbXw1KpLs6HgJd9EaUi_2Bq7Zx")
        String key,

        @Schema(examples = "x7Qz") String lastFour,

        @Schema(nullable = true, examples = "2027-11-21T00:00:00Z")
        Instant expiresAt,

        @Schema(examples = "2026-11-21T09:30:00Z") Instant recordedAt)
        implements ShownOnce {

    @Override
    public IssuedKey withoutSecret() {
        return new IssuedKey(id, name, role, null, lastFour, expiresAt, recordedAt);
    }
}
