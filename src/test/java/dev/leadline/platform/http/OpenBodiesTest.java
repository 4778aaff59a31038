package dev.leadline.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class OpenBodiesTest {

    @Test
    void given_a_caller_with_all_it_may_have_when_it_sends_another_then_refused_and_others_are_not()
            throws IOException {
        OpenBodies bodies = new OpenBodies(3, 1);
        Closeable first = bodies.open("a");

        HttpProblem refusal = assertThrows(HttpProblem.class, () -> bodies.open("a"));
        assertEquals(429, refusal.getStatusCode());
        assertEquals(5L, refusal.getHeaders().get("Retry-After"));
        bodies.open("b").close();

        first.close();
        bodies.open("a").close();
    }

    @Test
    void given_all_that_may_be_open_when_any_caller_sends_another_then_refused_until_one_is_closed()
            throws IOException {
        OpenBodies bodies = new OpenBodies(2, 2);
        Closeable first = bodies.open("a");
        Closeable second = bodies.open("b");

        assertThrows(HttpProblem.class, () -> bodies.open("c"));

        first.close();
        first.close();
        Closeable third = bodies.open("c");
        assertThrows(HttpProblem.class, () -> bodies.open("c"), "to close twice frees once");
        second.close();
        third.close();
    }

    @Test
    void given_a_body_of_known_length_when_its_last_byte_is_read_then_it_is_no_longer_open() throws IOException {
        OpenBodies bodies = new OpenBodies(1, 1);
        InputStream body = new OpenBody(new ByteArrayInputStream(new byte[3]), 3, bodies.open("a"));

        body.readNBytes(2);
        assertThrows(HttpProblem.class, () -> bodies.open("b"));
        body.read();
        bodies.open("b").close();
    }

    @Test
    void given_a_body_of_unknown_length_when_its_end_is_met_then_it_is_no_longer_open() throws IOException {
        OpenBodies bodies = new OpenBodies(1, 1);
        InputStream body = new OpenBody(new ByteArrayInputStream(new byte[3]), -1, bodies.open("a"));

        body.read(new byte[3]);
        assertThrows(HttpProblem.class, () -> bodies.open("b"));
        body.read();
        bodies.open("b").close();
    }
}
