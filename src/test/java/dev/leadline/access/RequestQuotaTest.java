package dev.leadline.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.core.MultiMap;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Each client has its requests, and is told how many are left. */
class RequestQuotaTest {

    private final ManualTime time = new ManualTime();
    private final RequestQuota quota = new RequestQuota(6, Duration.ofMinutes(1), time);

    private MultiMap take(String client) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        quota.take(client, headers);
        return headers;
    }

    @Test
    void when_requests_are_taken_then_the_headers_tell_the_policy_and_what_is_left() {
        MultiMap first = take("a");
        assertEquals("\"default\";q=6;w=60", first.get("RateLimit-Policy"));
        assertEquals("\"default\";r=5;t=10", first.get("RateLimit"));
        assertEquals("\"default\";r=4;t=20", take("a").get("RateLimit"));
        assertEquals("\"default\";r=5;t=10", take("b").get("RateLimit"), "another client has its own");
        time.pass(Duration.ofMillis(4_500));
        assertEquals("\"default\";r=3;t=26", take("a").get("RateLimit"), "whole seconds, rounded up");
    }

    @Test
    void given_none_is_left_when_another_comes_then_it_is_told_when_to_come_again() {
        for (int i = 0; i < 6; i++) {
            take("a");
        }
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        HttpProblem problem = assertThrows(HttpProblem.class, () -> quota.take("a", headers));
        assertEquals(429, problem.getStatusCode());
        assertEquals(10L, problem.getHeaders().get("Retry-After"));
        assertEquals("\"default\";r=0;t=60", headers.get("RateLimit"));

        time.pass(Duration.ofSeconds(10));
        assertEquals("\"default\";r=0;t=60", take("a").get("RateLimit"));
        time.pass(Duration.ofMinutes(2));
        assertEquals("\"default\";r=5;t=10", take("a").get("RateLimit"), "never more than the quota");
    }

    @Test
    void given_no_limit_then_nothing_is_told() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        new RequestQuota(0, Duration.ofMinutes(1), time).take("a", headers);
        assertNull(headers.get("RateLimit"));
    }
}
