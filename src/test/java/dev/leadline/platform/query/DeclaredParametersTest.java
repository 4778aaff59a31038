package dev.leadline.platform.query;

import static dev.leadline.testing.Problems.assertProblemOf;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leadline.ledger.Dimension;
import dev.leadline.platform.openapi.ServedDocument;
import dev.leadline.platform.openapi.ServedDocument.ServedOperation;
import dev.leadline.testing.TableState;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** An operation takes the parameters that the API document tells of, and no others. */
@QuarkusTest
class DeclaredParametersTest {

    private static final Set<String> REPEATABLE =
            Arrays.stream(Dimension.values()).map(Dimension::apiName).collect(Collectors.toSet());

    private static final Predicate<ServedOperation> HAS_SOME =
            operation -> !names(operation).isEmpty();

    @Inject
    DataSource dataSource;

    @TestFactory
    Stream<DynamicTest> whenAnUnknownParameterIsGiven_thenTheDocumentedOnesAreToldAndNothingIsDone() {
        TestWorkspace workspace = TestWorkspace.create();
        TableState before = TableState.of(dataSource, workspace.id());
        return each(operation -> true, operation -> {
            assertProblemOf(send(workspace, operation, "Unknown=1"), 400, "Unknown")
                    .body(
                            "detail",
                            equalTo("Unknown is not a parameter of this operation; it takes "
                                    + (names(operation).isEmpty() ? "none" : String.join(", ", names(operation)))));
            assertEquals(before, TableState.of(dataSource, workspace.id()));
        });
    }

    @TestFactory
    Stream<DynamicTest> whenAParameterIsGivenTwice_thenOnlyThoseThatNameADimensionAreTaken() {
        TestWorkspace workspace = TestWorkspace.create();
        return each(HAS_SOME, operation -> names(operation).forEach(name -> {
            var answer = send(workspace, operation, name + "=1&" + name + "=2");
            if (operation.parameters().stream()
                            .anyMatch(
                                    parameter -> parameter.path("name").asText().equals("groupBy"))
                    && REPEATABLE.contains(name)) {
                assertEquals(200, answer.statusCode(), answer::asString);
            } else {
                assertProblemOf(answer, 400, name).body("detail", equalTo(name + " must be given once"));
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> whenAParameterIsEmpty_thenAnAnalysisIsAnsweredAndNothingElseIs() {
        TestWorkspace workspace = TestWorkspace.create();
        return each(HAS_SOME, operation -> names(operation).forEach(name -> {
            var answer = send(workspace, operation, name + "=");
            if (isAnalysis(operation)) {
                assertEquals(200, answer.statusCode(), answer::asString);
            } else {
                assertProblemOf(answer, 400, name).body("detail", equalTo(name + " must not be empty"));
            }
        }));
    }

    private static boolean isAnalysis(ServedOperation operation) {
        return names(operation).contains("groupBy");
    }

    /** As the document's example shows, where it has a body, and of a record that is not there. */
    private static Response send(TestWorkspace workspace, ServedOperation operation, String query) {
        JsonNode body = ServedOperation.example(operation.bodies().path("application/json"));
        RequestSpecification request = workspace.admin();
        if (!body.isMissingNode()) {
            request.body(body.toString().getBytes(StandardCharsets.UTF_8));
        }
        return request.request(
                operation.method(), operation.address("019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5a6b") + "?" + query);
    }

    private static Stream<DynamicTest> each(Predicate<ServedOperation> which, Consumer<ServedOperation> check) {
        List<ServedOperation> operations =
                ServedDocument.read().operations().stream().filter(which).toList();
        assertFalse(operations.isEmpty());
        return operations.stream().map(operation -> dynamicTest(operation.toString(), () -> check.accept(operation)));
    }

    private static List<String> names(ServedOperation operation) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .map(parameter -> parameter.path("name").asText())
                .sorted()
                .toList();
    }
}
