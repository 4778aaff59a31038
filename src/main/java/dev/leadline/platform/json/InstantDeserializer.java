package dev.leadline.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import dev.leadline.platform.time.GivenTime;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;

/** Times that need an offset, in any form in which {@link GivenTime#parse} takes one: without it they would be a guess. */
final class InstantDeserializer extends StdScalarDeserializer<OffsetDateTime> {

    private static final long serialVersionUID = 1L;

    InstantDeserializer() {
        super(OffsetDateTime.class);
    }

    @Override
    public OffsetDateTime deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (OffsetDateTime) context.handleUnexpectedToken(OffsetDateTime.class, parser);
        }
        try {
            GivenTime time = GivenTime.parse(parser.getText());
            if (time.offset() != null) {
                return time.time();
            }
        } catch (DateTimeException e) {
            // The same answer.
        }
        return (OffsetDateTime)
                context.handleWeirdStringValue(OffsetDateTime.class, parser.getText(), "not an instant");
    }
}
