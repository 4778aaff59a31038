package dev.leadline.platform.openapi;

import static dev.leadline.platform.openapi.ServedDocument.elements;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leadline.platform.openapi.ServedDocument.ServedOperation;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The API document is complete, and docs/openapi.yaml is the one that the service answers. */
@QuarkusTest
class DocumentTest {

    private static final String RENEW = "openapi.renew";

    @Test
    void when_the_api_changes_then_its_committed_document_changes_too() throws IOException {
        JsonNode served = ServedDocument.read().root();
        if (Boolean.getBoolean(RENEW)) {
            CommittedDocument.write(served);
        }
        assertTrue(
                CommittedDocument.read().equals(served),
                CommittedDocument.PATH + " is not what the service answers. If the change of the API is meant, renew it"
                        + " by\n\n  ./mvnw test -Dtest=DocumentTest -D" + RENEW + "=true\n\nand commit it.");
    }

    @TestFactory
    Stream<DynamicTest> every_operation_says_what_it_is() {
        JsonNode root = ServedDocument.read().root();
        Set<String> tags = elements(root.path("tags"))
                .map(tag -> tag.path("name").asText())
                .collect(Collectors.toSet());
        return each(operation -> {
            assertFalse(operation.node().path("summary").asText().isBlank(), "summary");
            assertFalse(
                    operation
                            .node()
                            .path("description")
                            .asText()
                            .replaceAll("Needs a key .*", "")
                            .isBlank(),
                    "description: say what its summary does not, and that it needs a key is not enough");
            assertTrue(operation.node().path("description").asText().contains("Needs a key with the role"), "role");
            assertEquals(1, operation.node().path("tags").size(), "one tag");
            assertTrue(tags.contains(operation.tag()), "tag is described in META-INF/openapi.yaml");
            assertTrue(operation.node().path("security").isMissingNode(), "the document's security holds for all");
        });
    }

    @TestFactory
    Stream<DynamicTest> every_parameter_is_described_and_has_an_example() {
        return each(operation -> operation.parameters().forEach(parameter -> {
            String name = parameter.path("name").asText();
            JsonNode schema = parameter.path("schema");
            assertFalse(parameter.path("description").asText().isBlank(), name + ": description");
            assertTrue(
                    parameter.has("example")
                            || Stream.of("examples", "default", "enum", "$ref").anyMatch(schema::has),
                    name + ": example, default or values");
        }));
    }

    @TestFactory
    Stream<DynamicTest> every_operation_tells_its_errors() {
        return each(operation -> {
            require(operation, List.of("400", "401", "403", "429", "500", "503"));
            if (!operation.bodies().isMissingNode()) {
                require(operation, List.of("413", "415"));
            }
            if (operation.path().contains("{")) {
                require(operation, List.of("404"));
            }
            if (!operation.bodies().isMissingNode() && !operation.path().endsWith("/batch")) {
                require(operation, List.of("422"));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> every_body_has_an_example() {
        return each(operation -> {
            operation
                    .bodies()
                    .properties()
                    .forEach(body -> assertFalse(
                            ServedOperation.example(body.getValue()).isMissingNode(),
                            () -> "request: add src/main/resources/openapi/examples/" + operation.id() + ".request."
                                    + (body.getKey().endsWith("ndjson") ? "ndjson" : "json")));
            operation.responses().properties().forEach(response -> response.getValue()
                    .path("content")
                    .forEach(body -> assertFalse(
                            ServedOperation.example(body).isMissingNode(),
                            () -> "answer: add src/main/resources/openapi/examples/" + operation.id() + "."
                                    + response.getKey() + ".json")));
        });
    }

    @TestFactory
    Stream<DynamicTest> every_schema_is_described() {
        return ServedDocument.read().root().path("components").path("schemas").properties().stream()
                .map(schema -> dynamicTest(
                        schema.getKey(),
                        () -> assertFalse(
                                schema.getValue().path("description").asText().isBlank(), "description")));
    }

    private static void require(ServedOperation operation, List<String> statuses) {
        statuses.forEach(status -> assertTrue(
                operation.responses().path(status).path("$ref").asText().startsWith("#/components/responses/"),
                status));
    }

    private static Stream<DynamicTest> each(java.util.function.Consumer<ServedOperation> check) {
        return ServedDocument.read().operations().stream()
                .map(operation -> dynamicTest(operation.toString(), () -> check.accept(operation)));
    }
}
