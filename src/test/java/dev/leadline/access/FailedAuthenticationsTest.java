package dev.leadline.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Wrong keys are counted, right ones are not held up by them. */
class FailedAuthenticationsTest {

    private static final String HERE = "192.0.2.1";
    private static final String THERE = "192.0.2.2";
    private static final int FAILURES = 5;

    private final ManualTime time = new ManualTime();
    private final FailedAuthentications failures = new FailedAuthentications(FAILURES, Duration.ofMinutes(1), time);
    private final Set<String> right = new TreeSet<>();
    private int lookUps;

    private boolean isRight(String address, String key) {
        return failures.lookUp(address, key, ApiKeySecret.hash(key), () -> {
                    lookUps++;
                    return right.contains(key) ? Optional.of(key) : Optional.empty();
                })
                .isPresent();
    }

    private String retryAfter(String address, String key) {
        HttpProblem problem = assertThrows(HttpProblem.class, () -> isRight(address, key));
        assertEquals(429, problem.getStatusCode());
        return String.valueOf(problem.getHeaders().get("Retry-After"));
    }

    @Test
    void given_too_many_wrong_keys_of_one_address_when_another_comes_then_it_is_not_looked_up() {
        for (int i = 0; i < FAILURES; i++) {
            assertTrue(!isRight(HERE, i + "-wrong-key-of-its-own"));
        }
        assertEquals("12", retryAfter(HERE, "another-wrong-key"));
        assertEquals(FAILURES, lookUps);
        assertTrue(!isRight(THERE, "yet-another-wrong-key"), "another address is not concerned");
    }

    @Test
    void given_a_key_that_was_right_when_others_guess_behind_its_address_then_it_is_let_in_always() {
        right.add("right-key-of-somebody");
        assertTrue(isRight(HERE, "right-key-of-somebody"));
        for (int i = 0; i < FAILURES; i++) {
            isRight(HERE, i + "-wrong-key-of-its-own");
        }
        retryAfter(HERE, "another-wrong-key");

        for (int i = 0; i < 100; i++) {
            assertTrue(isRight(HERE, "right-key-of-somebody"));
        }
    }

    @Test
    void given_a_right_key_in_use_for_days_when_others_guess_behind_its_address_then_it_is_let_in_always() {
        right.add("right-key-of-somebody");
        for (int hour = 0; hour < 72; hour++) {
            assertTrue(isRight(HERE, "right-key-of-somebody"));
            time.pass(Duration.ofHours(1));
        }
        for (int i = 0; i < FAILURES; i++) {
            isRight(HERE, i + "-wrong-key-of-its-own");
        }
        retryAfter(HERE, "another-wrong-key");

        assertTrue(isRight(HERE, "right-key-of-somebody"));
    }

    @Test
    void given_a_right_key_unused_for_a_day_when_others_guess_behind_its_address_then_it_waits_with_them() {
        right.add("right-key-of-somebody");
        assertTrue(isRight(HERE, "right-key-of-somebody"));
        time.pass(Duration.ofHours(25));
        for (int i = 0; i < FAILURES; i++) {
            isRight(HERE, i + "-wrong-key-of-its-own");
        }

        retryAfter(HERE, "right-key-of-somebody");
    }

    @Test
    void given_a_key_just_made_here_when_others_guess_behind_its_address_then_it_is_let_in() {
        right.add("right-key-of-somebody");
        failures.right(ApiKeySecret.hash("right-key-of-somebody"));
        for (int i = 0; i < FAILURES; i++) {
            isRight(HERE, i + "-wrong-key-of-its-own");
        }

        assertTrue(isRight(HERE, "right-key-of-somebody"));
    }

    @Test
    void given_a_client_that_repeats_a_revoked_key_when_it_is_slowed_down_then_new_keys_behind_its_address_are_not() {
        right.add("right-key-of-somebody");
        for (int i = 0; i < FAILURES; i++) {
            assertTrue(!isRight(HERE, "revoked-key"));
        }
        assertEquals("12", retryAfter(HERE, "revoked-key"));
        assertEquals(1, lookUps, "the same wrong key is looked up once");
        assertTrue(isRight(HERE, "right-key-of-somebody"));
    }

    @Test
    void given_one_keys_beginning_when_its_rest_is_guessed_from_many_addresses_then_they_are_slowed_down_together() {
        for (int i = 0; i < FAILURES; i++) {
            assertTrue(!isRight("192.0.2." + i, "ldl_Begin123" + i));
        }
        assertEquals("12", retryAfter("192.0.2.99", "ldl_Begin123x"));
        assertTrue(!isRight("192.0.2.99", "ldl_Other123x"));
    }

    @Test
    void given_an_address_that_is_slowed_down_when_time_passes_then_it_may_try_again() {
        for (int i = 0; i < FAILURES; i++) {
            isRight(HERE, i + "-wrong-key-of-its-own");
        }
        time.pass(Duration.ofSeconds(11));
        assertEquals("1", retryAfter(HERE, "another-wrong-key"));
        time.pass(Duration.ofSeconds(1));
        assertTrue(!isRight(HERE, "another-wrong-key"));
        retryAfter(HERE, "a-third-wrong-key");
        time.pass(Duration.ofMinutes(1));
        for (int i = 0; i < FAILURES; i++) {
            isRight(HERE, i + "-late-wrong-key");
        }
    }

    @Test
    void given_a_right_key_that_is_revoked_when_it_is_used_then_it_counts_as_wrong_from_then_on() {
        right.add("right-key-of-somebody");
        assertTrue(isRight(HERE, "right-key-of-somebody"));
        right.clear();
        for (int i = 0; i < FAILURES; i++) {
            assertTrue(!isRight(HERE, "right-key-of-somebody"));
        }
        retryAfter(HERE, "right-key-of-somebody");
    }

    @Test
    void given_no_limit_when_keys_are_guessed_then_all_are_looked_up() {
        FailedAuthentications unlimited = new FailedAuthentications(0, Duration.ofMinutes(1), time);
        for (int i = 0; i < 1_000; i++) {
            assertTrue(unlimited
                    .lookUp(HERE, "k", ApiKeySecret.hash("k"), Optional::empty)
                    .isEmpty());
        }
    }

    @Test
    void given_an_address_then_of_ipv6_the_network_counts() {
        assertEquals("192.0.2.1", ClientAddress.network("192.0.2.1"));
        assertEquals(ClientAddress.network("2001:db8::1"), ClientAddress.network("2001:db8:0:0:ffff::2"));
        assertTrue(!ClientAddress.network("2001:db8::1").equals(ClientAddress.network("2001:db8:0:1::1")));
        assertEquals("unknown", ClientAddress.network("unknown"));
    }
}
