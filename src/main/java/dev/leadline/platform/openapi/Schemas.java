package dev.leadline.platform.openapi;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Says which members a record always has, and keeps the schemas that are used, by name. */
final class Schemas {

    /** Their members are left out where they say nothing. */
    private static final Set<String> SPARSE = Set.of("Problem", "FieldError");

    private Schemas() {}

    static void complete(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Set<String> requested = reached(SchemaTree.ofRequests(document), schemas);
        Set<String> answered = reached(SchemaTree.ofResponses(document), schemas);
        Set<String> used = reached(SchemaTree.ofParameters(document), schemas);
        used.addAll(requested);
        used.addAll(answered);

        Map<String, Schema> kept = new TreeMap<>(schemas);
        kept.keySet().retainAll(used);
        document.getComponents().setSchemas(kept);

        answered.removeAll(requested);
        answered.removeAll(SPARSE);
        answered.forEach(name -> requireAll(schemas.get(name)));
        triedRecords(document).forEach(name -> schemas.get(name).addProperty("dryRun", dryRunMark()));
        DocumentedOperation.of(document).stream()
                .filter(DocumentedOperation::isPatch)
                .flatMap(operation -> operation.bodies().stream())
                .forEach(
                        body -> schemas.get(SchemaTree.target(body.getSchema())).setRequired(null));
    }

    /** An answer has all its members: what is not known is null. */
    private static void requireAll(Schema schema) {
        if (schema.getProperties() != null) {
            schema.setRequired(List.copyOf(schema.getProperties().keySet()));
        }
    }

    /** The schemas of what posts that take dry runs answer. */
    private static Set<String> triedRecords(OpenAPI document) {
        return DocumentedOperation.of(document).stream()
                .filter(DocumentedOperation::takesDryRuns)
                .flatMap(operation -> operation.operation().getResponses().getAPIResponses().values().stream())
                .filter(response -> response.getRef() == null && response.getContent() != null)
                .flatMap(response -> response.getContent().getMediaTypes().values().stream())
                .map(type -> SchemaTree.target(type.getSchema()))
                .collect(Collectors.toSet());
    }

    private static Schema dryRunMark() {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.BOOLEAN)
                .description("In the answer to a dry run: nothing is stored. Absent everywhere else.")
                .addExample(true);
    }

    private static Set<String> reached(List<Schema> roots, Map<String, Schema> components) {
        Set<String> names = new HashSet<>();
        roots.forEach(root -> SchemaTree.collect(root, components, names));
        return names;
    }
}
