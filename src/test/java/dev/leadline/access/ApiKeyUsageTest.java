package dev.leadline.access;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a key was last used, which tells at a rotation whether the old one still is. */
@QuarkusTest
class ApiKeyUsageTest {

    private static final String PATH = "/api/v1/api-keys";

    @Inject
    ApiKeyUsage use;

    @Inject
    DataSource dataSource;

    private TestWorkspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = TestWorkspace.create();
    }

    @Test
    void given_a_key_when_it_is_used_then_it_is_told_once_it_is_written() {
        Response key = make("form");
        use.write();
        assertNull(lastUsedAt(key));

        Instant before = Instant.now();
        use(key).then().statusCode(200);
        assertNull(lastUsedAt(key), "a request writes nothing");
        use.write();

        Instant first = Instant.parse(lastUsedAt(key));
        assertFalse(first.isBefore(before) || first.isAfter(Instant.now()), first::toString);
        use.write();
        assertEquals(first.toString(), lastUsedAt(key), "what is not used again stays");
        use(key).then().statusCode(200);
        use.write();
        assertTrue(first.isBefore(Instant.parse(lastUsedAt(key))));
    }

    @Test
    void given_another_instance_that_saw_it_later_when_this_one_writes_then_the_later_time_stays() throws Exception {
        Response key = make("form");
        use(key).then().statusCode(200);
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(
                        "update api_key set last_used_at = now() + interval '1 minute' where id = ?::uuid")) {
            statement.setString(1, key.path("id"));
            statement.executeUpdate();
        }
        String later = lastUsedAt(key);

        use.write();

        assertEquals(later, lastUsedAt(key));
    }

    @Test
    void given_a_key_that_is_rotated_when_both_are_live_then_each_works_and_the_old_one_shows_when_it_falls_silent() {
        Response old = make("form 2026");
        use(old).then().statusCode(200);
        Response replacement = make("form 2027");

        use(old).then().statusCode(200);
        use(replacement).then().statusCode(200);
        use.write();
        String silentSince = lastUsedAt(old);
        use(replacement).then().statusCode(200);
        use.write();

        assertEquals(silentSince, lastUsedAt(old));
        assertTrue(Instant.parse(silentSince).isBefore(Instant.parse(lastUsedAt(replacement))));
        workspace.admin().delete(PATH + "/" + old.path("id")).then().statusCode(204);
        use(old).then().statusCode(401);
        use(replacement).then().statusCode(200);
        assertEquals(silentSince, lastUsedAt(old), "revoking it does not change it");
    }

    private Response make(String name) {
        return workspace.admin().body(Map.of("name", name, "role", "ANALYST")).post(PATH);
    }

    private static Response use(Response key) {
        return given().header("X-API-Key", key.<String>path("key")).get("/api/v1/workspace");
    }

    private String lastUsedAt(Response key) {
        return workspace.admin().get(PATH).path("items.find { it.id == '" + key.path("id") + "' }.lastUsedAt");
    }
}
