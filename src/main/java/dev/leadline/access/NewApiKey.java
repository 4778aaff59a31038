package dev.leadline.access;

import dev.leadline.platform.validation.EventTime;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A key to be made. */
@Schema(description = "A key to be made.")
record NewApiKey(
        @Schema(examples = "Website form") @NotBlank @Size(max = 200)
        String name,

        @NotNull(message = "must be one of INTEGRATION, ANALYST, ADMIN")
        Role role,

        @Schema(nullable = true, examples = "2027-11-21T00:00:00Z", description = "Null: does not expire.")
        @Future(message = "must lie in the future")
        @EventTime(daysAhead = 3653, message = "must lie within ten years from now")
        OffsetDateTime expiresAt) {}
