package dev.leadline.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * Trees in which numbers stay exact. A number that nothing of ours can hold is refused with the field it stands in; the
 * library's own trees do not name it.
 */
final class TreeDeserializer extends StdDeserializer<JsonNode> {

    private static final long serialVersionUID = 1L;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    TreeDeserializer() {
        super(JsonNode.class);
    }

    @Override
    public JsonNode getNullValue(DeserializationContext context) {
        return NullNode.instance;
    }

    @Override
    public JsonNode deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, context);
            case START_ARRAY -> array(parser, context);
            case VALUE_STRING -> NODES.textNode(parser.getText());
            case VALUE_NUMBER_INT -> whole(parser, context);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(NumberDeserializer.exact(parser, context));
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> (JsonNode) context.handleUnexpectedToken(JsonNode.class, parser);
        };
    }

    private static JsonNode whole(JsonParser parser, DeserializationContext context) throws IOException {
        NumberDeserializer.requireShort(parser, context);
        return NODES.numberNode(parser.getBigIntegerValue());
    }

    /** The recursion is bounded by the parser, which takes no deep nesting. */
    private ObjectNode object(JsonParser parser, DeserializationContext context) throws IOException {
        ObjectNode object = NODES.objectNode();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            try {
                object.set(name, deserialize(parser, context));
            } catch (JsonMappingException e) {
                e.prependPath(object, name);
                throw e;
            }
        }
        return object;
    }

    private ArrayNode array(JsonParser parser, DeserializationContext context) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            try {
                array.add(deserialize(parser, context));
            } catch (JsonMappingException e) {
                e.prependPath(array, array.size());
                throw e;
            }
        }
        return array;
    }
}
