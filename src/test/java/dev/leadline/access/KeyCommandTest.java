package dev.leadline.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.platform.command.CommandException;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command that makes a key at the machine. */
@QuarkusTest
class KeyCommandTest {

    @Inject
    KeyCommand command;

    @Test
    void givenAWorkspace_whenCalled_thenThePrintedKeyReadsItAndNoMoreAndTheAuditTellsOfIt() {
        TestWorkspace workspace = TestWorkspace.create();

        String key = command.run(List.of(workspace.id()));

        given().header("X-API-Key", key)
                .get("/api/v1/workspace")
                .then()
                .statusCode(200)
                .body("id", equalTo(workspace.id()));
        given().header("X-API-Key", key).get("/api/v1/api-keys").then().statusCode(403);
        workspace
                .admin()
                .get("/api/v1/audit-entries?kind=API_KEY&limit=1")
                .then()
                .statusCode(200)
                .body("items[0].action", equalTo("CREATED"))
                .body("items[0].actor", nullValue())
                .body("items[0].changes.role.to", equalTo("ANALYST"));
    }

    @ParameterizedTest
    @CsvSource({"nowhere, no workspace 'nowhere'", "'demo default', Name one workspace", "'', Name one workspace"})
    void givenNotOneWorkspace_whenCalled_thenTheReasonIsSaid(String words, String reason) {
        List<String> arguments = words.isEmpty() ? List.of() : List.of(words.split(" "));

        CommandException refusal = assertThrows(CommandException.class, () -> command.run(arguments));

        assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
    }
}
