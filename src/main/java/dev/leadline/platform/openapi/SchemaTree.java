package dev.leadline.platform.openapi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Walks of schemas. */
final class SchemaTree {

    private static final String COMPONENTS = "#/components/schemas/";

    private SchemaTree() {}

    /** Name of the component that the schema refers to; null if it refers to none. */
    static String target(Schema schema) {
        String ref = schema.getRef();
        return ref != null && ref.startsWith(COMPONENTS) ? ref.substring(COMPONENTS.length()) : null;
    }

    /** Visits a schema and all that stand in it, references not followed. */
    static void visit(Schema schema, Consumer<Schema> visitor) {
        visitor.accept(schema);
        children(schema).forEach(child -> visit(child, visitor));
    }

    private static List<Schema> children(Schema schema) {
        return Stream.of(
                        schema.getProperties() == null
                                ? List.<Schema>of()
                                : schema.getProperties().values(),
                        listed(schema.getItems()),
                        listed(schema.getAdditionalPropertiesSchema()),
                        listed(schema.getAnyOf()),
                        listed(schema.getOneOf()),
                        listed(schema.getAllOf()))
                .<Schema>flatMap(Collection::stream)
                .toList();
    }

    private static List<Schema> listed(Schema schema) {
        return schema == null ? List.of() : List.of(schema);
    }

    private static List<Schema> listed(List<Schema> schemas) {
        return schemas == null ? List.of() : schemas;
    }

    /** Adds the names of all components that the schema needs, those that they need included. */
    static void collect(Schema schema, Map<String, Schema> components, Set<String> names) {
        visit(schema, part -> {
            String name = target(part);
            if (name != null && names.add(name)) {
                collect(components.get(name), components, names);
            }
        });
    }

    /** The schemas of all request bodies. */
    static List<Schema> ofRequests(OpenAPI document) {
        return DocumentedOperation.of(document).stream()
                .flatMap(operation -> operation.bodies().stream())
                .map(MediaType::getSchema)
                .toList();
    }

    /** The schemas of all answers, the shared ones included. */
    static List<Schema> ofResponses(OpenAPI document) {
        return Stream.concat(
                        DocumentedOperation.of(document).stream()
                                .flatMap(operation ->
                                        operation.operation().getResponses().getAPIResponses().values().stream()),
                        document.getComponents().getResponses().values().stream())
                .map(APIResponse::getContent)
                .filter(Objects::nonNull)
                .flatMap(content -> content.getMediaTypes().values().stream())
                .map(MediaType::getSchema)
                .toList();
    }

    /** The schemas of all parameters. */
    static List<Schema> ofParameters(OpenAPI document) {
        return DocumentedOperation.of(document).stream()
                .flatMap(operation -> operation.parameters().stream())
                .map(Parameter::getSchema)
                .toList();
    }

    /** Every schema that stands anywhere in the document, but for those in others. */
    static List<Schema> all(OpenAPI document) {
        List<Schema> all = new ArrayList<>(document.getComponents().getSchemas().values());
        all.addAll(ofRequests(document));
        all.addAll(ofResponses(document));
        all.addAll(ofParameters(document));
        return all;
    }
}
