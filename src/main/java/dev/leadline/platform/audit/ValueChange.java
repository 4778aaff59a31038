package dev.leadline.platform.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A field before and after.
 *
 * @param from as a text; null: had no value
 * @param to as a text; null: has no value
 */
@Schema(description = "A field before and after, as texts; null is no value.")
public record ValueChange(
        @Schema(nullable = true, examples = "0.2") String from,
        @Schema(nullable = true, examples = "0.3") String to) {}
