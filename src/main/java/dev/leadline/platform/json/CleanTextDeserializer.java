package dev.leadline.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import dev.leadline.platform.problem.InvalidValueException;
import java.io.IOException;

/** Texts that a database and every client can hold: no NUL, no half of a surrogate pair. */
final class CleanTextDeserializer extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1L;

    CleanTextDeserializer() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = StringDeserializer.instance.deserialize(parser, context);
        String fault = text == null ? null : CleanText.faultOf(text);
        if (fault != null) {
            throw new InvalidValueException(parser, fault);
        }
        return text;
    }
}
