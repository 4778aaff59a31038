package dev.leadline.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.response.Response;

/**
 * The body of an answer as a tree. RestAssured compiles each of its paths as a script, too slow for what every test
 * does.
 */
public final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    /** @throws AssertionError if the body is not JSON */
    public static JsonNode of(Response answer) {
        try {
            return MAPPER.readTree(answer.asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + answer.asString(), e);
        }
    }

    /**
     * A text member of the body of an answer.
     *
     * @throws AssertionError if there is none
     */
    public static String text(Response answer, String member) {
        JsonNode value = of(answer).path(member);
        if (!value.isTextual()) {
            throw new AssertionError("no text '" + member + "' in " + answer.statusLine() + ": " + answer.asString());
        }
        return value.textValue();
    }
}
