package dev.leadline.platform.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodiesTest {

    @ParameterizedTest
    @CsvSource({",, false", "0,, false", "2,, true", ",chunked, true", "0,chunked, true"})
    void givenTheHeadersOfARequest_thenTheyTellWhetherABodyComes(String length, String coding, boolean expected) {
        assertEquals(expected, Bodies.has(length, coding));
    }
}
