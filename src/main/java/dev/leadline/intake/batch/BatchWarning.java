package dev.leadline.intake.batch;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that is stored and yet may be wrong.
 *
 * @param type stable identifier of the kind of warning, {@code urn:leadline:warning:<kind>}
 * @param campaignExternalId of the campaign concerned
 * @param day the day concerned; null where it is none in particular
 * @param detail what may be wrong, and the remedy
 */
@Schema(description = "Something that is stored and yet may be wrong. Clients must accept unknown types.")
public record BatchWarning(
        @Schema(examples = "urn:leadline:warning:counted-twice")
        String type,

        @Schema(examples = "gads-1001", description = "The campaign's id on the ad platform.")
        String campaignExternalId,

        @Schema(examples = "2026-11-20", nullable = true) LocalDate day,

        @Schema(description = "What may be wrong, and what to do.")
        String detail) {}
