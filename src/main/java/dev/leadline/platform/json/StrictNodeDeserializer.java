package dev.leadline.platform.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/** Trees of JSON, in which Jackson's own reader lets a number with an exponent out of all bounds fail as a bug would. */
final class StrictNodeDeserializer extends StdDeserializer<JsonNode> {

    private static final long serialVersionUID = 1L;

    private static final JsonDeserializer<? extends JsonNode> NODES =
            JsonNodeDeserializer.getDeserializer(JsonNode.class);

    StrictNodeDeserializer() {
        super(JsonNode.class);
    }

    @Override
    public JsonNode deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        try {
            return NODES.deserialize(parser, context);
        } catch (NumberFormatException e) {
            throw new JsonParseException(parser, "Numeric value out of range", e);
        }
    }

    @Override
    public JsonNode getNullValue(DeserializationContext context) {
        return context.getNodeFactory().nullNode();
    }

    @Override
    public JsonNode getAbsentValue(DeserializationContext context) {
        return null;
    }
}
