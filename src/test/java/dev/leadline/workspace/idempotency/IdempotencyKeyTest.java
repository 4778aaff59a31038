package dev.leadline.workspace.idempotency;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdempotencyKeyTest {

    @Test
    void given_a_key_in_quotes_when_it_is_taken_then_it_is_the_same_as_bare() {
        assertEquals(IdempotencyKey.of("8e03978e-40d5"), IdempotencyKey.of("\"8e03978e-40d5\""));
    }

    @Test
    void given_a_key_at_its_bounds_when_it_is_taken_then_it_is_a_key() {
        assertEquals("!", IdempotencyKey.of("!").value());
        assertEquals("~".repeat(255), IdempotencyKey.of("~".repeat(255)).value());
    }

    @Test
    void given_what_is_no_key_when_it_is_taken_then_it_is_refused() {
        for (String header :
                List.of("", "\"\"", "a b", "a,b", "\"a", "a\"", "a\\b", "k\u00e4y", "\u0007", "x".repeat(256))) {
            HttpProblem problem = assertThrows(HttpProblem.class, () -> IdempotencyKey.of(header), header);
            assertEquals(400, problem.getStatusCode());
        }
    }

    @Test
    void given_two_callers_when_they_choose_the_same_key_then_they_do_not_meet() {
        IdempotencyKey key = IdempotencyKey.of("order-1");
        assertArrayEquals(key.hash("a"), key.hash("a"));
        assertFalse(Arrays.equals(key.hash("a"), key.hash("b")));
    }
}
