package dev.leadline.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads one of a few words as it is written in the API document; the library's own way lets white space around it pass. */
final class ExactEnums extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> modifyEnumDeserializer(
            DeserializationConfig config, JavaType type, BeanDescription description, JsonDeserializer<?> usual) {
        return new ExactChoice(type.getRawClass());
    }

    private static final class ExactChoice extends StdScalarDeserializer<Object> {

        private static final long serialVersionUID = 1L;

        private final Map<String, Object> choices;

        ExactChoice(Class<?> type) {
            super(type);
            this.choices = Arrays.stream(type.getEnumConstants())
                    .collect(Collectors.toMap(choice -> ((Enum<?>) choice).name(), Function.identity()));
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return context.handleUnexpectedToken(handledType(), parser);
            }
            Object choice = choices.get(parser.getText());
            return choice == null
                    ? context.handleWeirdStringValue(handledType(), parser.getText(), "not one of the choices")
                    : choice;
        }
    }
}
