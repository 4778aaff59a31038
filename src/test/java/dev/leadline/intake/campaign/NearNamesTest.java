package dev.leadline.intake.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What two spellings of one name have in common. */
class NearNamesTest {

    @ParameterizedTest
    @CsvSource({
        "Brand US, brand_us",
        "'Brand, U.S.', BRAND-US",
        "ＢＲＡＮＤ US, Brand us",
        "Größe 4, GRÖSSE-4",
        "阀门 (江苏), 阀门江苏"
    })
    void given_spellings_of_one_name_then_they_are_near(String one, String other) {
        assertEquals(NearNames.plain(one), NearNames.plain(other));
    }

    @ParameterizedTest
    @CsvSource({"Brand US, Brand UK", "gads-1, gads-10", "阀门, 阀体", "e, é"})
    void given_two_names_then_they_are_not(String one, String other) {
        assertNotEquals(NearNames.plain(one), NearNames.plain(other));
    }
}
