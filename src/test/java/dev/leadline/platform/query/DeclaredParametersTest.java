package dev.leadline.platform.query;

import static dev.leadline.testing.Problems.assertProblemOf;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.leadline.ledger.Dimension;
import dev.leadline.platform.openapi.ServedDocument;
import dev.leadline.platform.openapi.ServedDocument.ServedOperation;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** An operation takes the parameters that the API document tells of, and no others. */
@QuarkusTest
class DeclaredParametersTest {

    private static final Set<String> REPEATABLE =
            Arrays.stream(Dimension.values()).map(Dimension::apiName).collect(Collectors.toSet());

    @TestFactory
    Stream<DynamicTest> whenAnUnknownParameterIsGiven_thenTheDocumentedOnesAreTold() {
        TestWorkspace workspace = TestWorkspace.create();
        return each(operation -> assertProblemOf(workspace.admin().get(operation.path() + "?Unknown=1"), 400, "Unknown")
                .body(
                        "detail",
                        equalTo("Unknown is not a parameter of this operation; it takes "
                                + String.join(", ", names(operation)))));
    }

    @TestFactory
    Stream<DynamicTest> whenAParameterIsGivenTwice_thenOnlyThoseThatNameADimensionAreTaken() {
        TestWorkspace workspace = TestWorkspace.create();
        return each(operation -> names(operation).forEach(name -> {
            var answer = workspace.admin().get(operation.path() + "?" + name + "=1&" + name + "=2");
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
        return each(operation -> names(operation).forEach(name -> {
            var answer = workspace.admin().get(operation.path() + "?" + name + "=");
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

    private static Stream<DynamicTest> each(Consumer<ServedOperation> check) {
        List<ServedOperation> operations = ServedDocument.read().operations().stream()
                .filter(operation -> !names(operation).isEmpty())
                .toList();
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
