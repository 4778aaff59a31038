package dev.leadline.access.isolation;

import static dev.leadline.testing.Problems.assertProblem;
import static dev.leadline.testing.Problems.assertProblemOf;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.leadline.testing.Json;
import dev.leadline.testing.TableState;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Nobody reaches into another workspace, whatever they send. The operations, their parameters and bodies are those of the
 * API document, so that a new one is covered by itself. After each call the other's tables hold what they held before.
 */
@QuarkusTest
class IsolationTest {

    private static final String MARK = "zqx";

    /** Another id that no record has than the one that calls have in their path. */
    private static final String UNKNOWN_ID = "019a3b5c-7d2e-7a41-9f3b-1c2d3e4f5a6c";

    @Inject
    DataSource dataSource;

    private ReferringBodies bodies;
    private Neighbour own;
    private Neighbour other;

    @BeforeEach
    void makeWorkspaces() {
        bodies = new ReferringBodies();
        own = new Neighbour("mine");
        other = new Neighbour(MARK);
    }

    @TestFactory
    Stream<DynamicTest> given_no_live_key_when_called_then_unauthorized_and_nothing_is_done() {
        List<String> keys = List.of("nonsense", ended("expires_at"), ended("revoked_at"));
        return each(call -> true, call -> {
            TableState before = TableState.of(dataSource, own.id());
            assertProblem(call.send(given()), 401);
            for (String key : keys) {
                assertProblem(call.send(given().header("Authorization", "Bearer " + key)), 401);
                assertProblem(call.send(given().header("X-API-Key", key)), 401);
            }
            assertEquals(before, TableState.of(dataSource, own.id()));
        });
    }

    @TestFactory
    Stream<DynamicTest> given_a_key_of_another_role_when_called_then_forbidden_and_nothing_is_done() {
        Map<String, Supplier<RequestSpecification>> keys = Map.of(
                "INTEGRATION", own.workspace()::integration,
                "ANALYST", own.workspace()::analyst,
                "ADMIN", own::admin);
        return each(call -> true, call -> {
            assertFalse(call.roles().isEmpty(), "somebody may do it");
            TableState before = TableState.of(dataSource, own.id());
            keys.forEach((role, key) -> {
                if (!call.roles().contains(role) || call.isOfTheInstallation()) {
                    assertProblem(call.send(key.get()), 403);
                }
            });
            assertEquals(before, TableState.of(dataSource, own.id()));
        });
    }

    @TestFactory
    Stream<DynamicTest> given_an_id_of_another_in_the_path_when_called_then_not_found_as_any_id_that_is_none() {
        return each(Call::hasId, call -> {
            Response nobodys = call.send(own.admin());
            assertProblem(nobodys, 404);
            for (String id : call.idsOf(other)) {
                assertSameAnswer(nobodys, call.withId(id), Call.NOBODYS_ID, id);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> given_something_of_another_in_the_query_when_called_then_answered_as_if_it_did_not_exist() {
        return each(
                call -> !call.queryParameters().isEmpty() && !call.isOfTheInstallation(),
                call -> call.queryParameters().parallelStream().forEach(parameter -> {
                    for (String unknown : List.of(UNKNOWN_ID, "unknown")) {
                        Response answer = call.withQuery(parameter, unknown).send(own.admin());
                        for (String value : unknown.equals(UNKNOWN_ID) ? other.ids() : other.texts()) {
                            assertSameAnswer(answer, call.withQuery(parameter, value), unknown, value);
                        }
                    }
                }));
    }

    @Test
    void when_the_document_is_read_then_the_fields_that_refer_to_records_are_found() {
        Set<String> referring = Call.all().stream()
                .filter(call -> call.body() != null
                        && !bodies.withId(call, Call.NOBODYS_ID).isEmpty())
                .map(call -> call.operation().id())
                .collect(Collectors.toSet());
        assertTrue(
                referring.containsAll(Set.of(
                        "postSpend",
                        "postSpendBatch",
                        "postInquiry",
                        "postInquiryBatch",
                        "patchInquiry",
                        "postDeal",
                        "postDealBatch")),
                referring::toString);
    }

    @TestFactory
    Stream<DynamicTest> given_an_id_of_another_in_the_body_when_called_then_refused_as_any_id_that_is_none() {
        return each(call -> call.body() != null && !call.isOfTheInstallation(), call -> ownIds(call)
                .forEach(target -> other.ids().forEach(id -> {
                    List<Call> nobodys = bodies.withId(call.withId(target), Call.NOBODYS_ID);
                    List<Call> others = bodies.withId(call.withId(target), id);
                    for (int i = 0; i < others.size(); i++) {
                        Response unknown = nobodys.get(i).send(own.admin());
                        if (ReferringBodies.isBatch(call)) {
                            assertEquals(1, Json.of(unknown).path("received").asInt());
                            assertEquals(1, Json.of(unknown).path("rejected").asInt());
                        } else {
                            assertTrue(unknown.statusCode() >= 400 && unknown.statusCode() < 500, unknown::statusLine);
                        }
                        assertSameAnswer(unknown, others.get(i), Call.NOBODYS_ID, id);
                    }
                })));
    }

    @TestFactory
    Stream<DynamicTest> given_names_of_anothers_records_when_called_then_they_are_names_of_ones_own() {
        return each(call -> call.body() != null && !call.isOfTheInstallation(), call -> {
            for (String kind : List.of("campaign", "inquiry", "deal")) {
                for (Call named : bodies.withNames(call, other.names(kind))) {
                    TestWorkspace fresh = TestWorkspace.create();
                    Response answer = named.send(fresh.admin());
                    assertTrue(answer.statusCode() < 500, answer::statusLine);
                    assertFalse(other.ids().stream().anyMatch(answer.asString()::contains), answer::asString);
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> given_a_cursor_of_another_list_when_a_list_is_called_then_it_is_no_cursor() {
        Map<String, String> mine = new LinkedHashMap<>();
        Map<String, String> others = new LinkedHashMap<>();
        for (Call list : Call.all().stream().filter(Call::isList).toList()) {
            mine.put(list.operation().id(), next(list, list.isOfTheInstallation() ? installation() : own.admin()));
            if (!list.isOfTheInstallation()) {
                others.put(list.operation().id(), next(list, other.admin()));
            }
        }
        return each(Call::isList, call -> {
            Supplier<RequestSpecification> key = call.isOfTheInstallation() ? IsolationTest::installation : own::admin;
            mine.forEach((list, cursor) -> {
                Response answer = call.withQuery("cursor", cursor).send(key.get());
                if (list.equals(call.operation().id())) {
                    answer.then().statusCode(200);
                } else {
                    assertProblemOf(answer, 400, "cursor");
                }
            });
            others.values()
                    .forEach(cursor ->
                            assertProblemOf(call.withQuery("cursor", cursor).send(key.get()), 400, "cursor"));
        });
    }

    @TestFactory
    Stream<DynamicTest> when_anything_is_read_then_nothing_of_another_is_in_it() {
        return each(call -> call.operation().method().equals("GET") && !call.isOfTheInstallation(), call -> ownIds(call)
                .forEach(id -> {
                    Response answer = call.withId(id).send(own.admin());
                    assertFalse(other.isIn(answer.asString()), answer::asString);
                    assertTrue(answer.statusCode() == 200 || call.hasId(), answer::statusLine);
                }));
    }

    /** Own ids for the place in the path; one that does not matter where there is none. */
    private List<String> ownIds(Call call) {
        return call.hasId() ? call.idsOf(own) : List.of(Call.NOBODYS_ID);
    }

    /** What was answered to something unknown is answered to this call too, but for what was sent. */
    private void assertSameAnswer(Response unknown, Call call, String sentThen, String sentNow) {
        Response answer = call.send(own.admin());
        assertEquals(unknown.statusCode(), answer.statusCode(), call::toString);
        assertTrue(answer.statusCode() < 500, call::toString);
        assertEquals(comparable(unknown, sentThen), comparable(answer, sentNow), call::toString);
        assertFalse(other.isIn(answer.asString().replace(sentNow, "sent")), answer::asString);
    }

    /** The body without what was sent and without the time of day. */
    private static String comparable(Response answer, String sent) {
        return answer.asString().replace(sent, "sent").replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "now");
    }

    private static String next(Call list, RequestSpecification key) {
        String cursor = list.withQuery("limit", "1").send(key).path("next");
        assertNotNull(cursor, list + ": Neighbour must make two records of each kind that is listed");
        return cursor;
    }

    private static RequestSpecification installation() {
        return given().header("X-API-Key", TestWorkspace.INSTALLATION_KEY);
    }

    /** A key of the own workspace that this column has ended. */
    private String ended(String column) {
        Response made =
                own.admin().body(Map.of("name", column, "role", "ADMIN")).post("/api/v1/api-keys");
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(
                        "update api_key set " + column + " = now() - interval '1 second' where id = ?::uuid")) {
            statement.setString(1, made.path("id"));
            assertEquals(1, statement.executeUpdate());
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        return made.path("key");
    }

    private Stream<DynamicTest> each(Predicate<Call> which, Consumer<Call> check) {
        TableState before = TableState.of(dataSource, other.id());
        return Call.all().stream()
                .filter(which)
                .map(call -> dynamicTest(call.operation().toString(), () -> {
                    check.accept(call);
                    assertEquals(before, TableState.of(dataSource, other.id()), "the other's tables");
                }));
    }
}
