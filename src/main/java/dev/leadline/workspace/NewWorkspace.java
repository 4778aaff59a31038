package dev.leadline.workspace;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A workspace to be made.
 *
 * @param currency ISO 4217; null: USD
 * @param timeZone IANA; null: UTC
 */
@Schema(description = "A workspace to be made.")
public record NewWorkspace(
        @Schema(examples = "Northfield Components") @NotBlank @Size(max = 200)
        String name,

        @Schema(examples = "USD", description = "ISO 4217; default USD.", nullable = true) @KnownCurrency
        String currency,

        @Schema(examples = "America/New_York", description = "IANA; default UTC.", nullable = true) @KnownTimeZone
        String timeZone) {}
