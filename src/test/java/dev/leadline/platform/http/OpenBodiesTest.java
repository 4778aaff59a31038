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
    void givenACallerWithAllItMayHave_whenItSendsAnother_thenRefusedAndOthersAreNot() throws IOException {
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
    void givenAllThatMayBeOpen_whenAnyCallerSendsAnother_thenRefusedUntilOneIsClosed() throws IOException {
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
    void givenABodyOfKnownLength_whenItsLastByteIsRead_thenItIsNoLongerOpen() throws IOException {
        OpenBodies bodies = new OpenBodies(1, 1);
        InputStream body = new OpenBody(new ByteArrayInputStream(new byte[3]), 3, bodies.open("a"));

        body.readNBytes(2);
        assertThrows(HttpProblem.class, () -> bodies.open("b"));
        body.read();
        bodies.open("b").close();
    }

    @Test
    void givenABodyOfUnknownLength_whenItsEndIsMet_thenItIsNoLongerOpen() throws IOException {
        OpenBodies bodies = new OpenBodies(1, 1);
        InputStream body = new OpenBody(new ByteArrayInputStream(new byte[3]), -1, bodies.open("a"));

        body.read(new byte[3]);
        assertThrows(HttpProblem.class, () -> bodies.open("b"));
        body.read();
        bodies.open("b").close();
    }
}
