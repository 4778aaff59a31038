package dev.leadline.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import dev.leadline.platform.time.GivenTime;
import java.io.IOException;
import java.time.DateTimeException;

/** Times as {@link GivenTime#parse} takes them. A number is none: seconds and milliseconds would look alike. */
class GivenTimeDeserializer extends StdScalarDeserializer<GivenTime> {

    private static final long serialVersionUID = 1L;

    GivenTimeDeserializer() {
        super(GivenTime.class);
    }

    @Override
    public GivenTime deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (GivenTime) context.handleUnexpectedToken(GivenTime.class, parser);
        }
        try {
            return GivenTime.parse(parser.getText());
        } catch (DateTimeException e) {
            return (GivenTime) context.handleWeirdStringValue(GivenTime.class, parser.getText(), "not a time");
        }
    }
}
