package dev.leadline.platform.openapi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Writes days, instants and ids in place, for the scan makes a component of each Java class. Says in words how many
 * decimals a number may have, for validators that reckon in binary find that 0.3 is no multiple of 0.0001.
 */
final class Scalars {

    private static final Map<String, String> FORMATS = Map.of(
            "LocalDate", "date",
            "Instant", "date-time",
            "OffsetDateTime", "date-time",
            "GivenTime", "date-time",
            "UUID", "uuid");

    private Scalars() {}

    static void inline(OpenAPI document) {
        SchemaTree.all(document).forEach(schema -> SchemaTree.visit(schema, Scalars::inline));
    }

    private static void inline(Schema schema) {
        if (schema.getMultipleOf() != null) {
            describeDecimals(schema);
        }
        String format = formatOf(schema);
        if (format != null) {
            schema.setRef(null);
            schema.setType(List.of(SchemaType.STRING));
            schema.setFormat(format);
        } else if (schema.getAnyOf() != null) {
            inlineNullable(schema);
        } else if (schema.getRef() != null) {
            schema.setType(null);
        }
    }

    private static void describeDecimals(Schema schema) {
        String decimals = "At most " + schema.getMultipleOf().scale() + " decimals.";
        String description = schema.getDescription();
        schema.setDescription(description == null ? decimals : description + " " + decimals);
        schema.setMultipleOf(null);
    }

    /** The scan writes what may be null as its type or the type null, and says so in {@code type} too. */
    private static void inlineNullable(Schema schema) {
        String format = schema.getAnyOf().stream()
                .map(Scalars::formatOf)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (format == null) {
            schema.setType(null);
        } else {
            schema.setAnyOf(null);
            schema.setType(List.of(SchemaType.STRING, SchemaType.NULL));
            schema.setFormat(format);
        }
    }

    private static String formatOf(Schema schema) {
        String target = SchemaTree.target(schema);
        return target == null ? null : FORMATS.get(target);
    }
}
