package dev.leadline.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import dev.leadline.platform.problem.InvalidValueException;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts as all others, and whole numbers by their digits: 1002 and 1002.0 are the text 1002. */
final class IdTextDeserializer extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1L;

    /** With an exponent it may have lost digits on its way here. */
    private static final Pattern WHOLE = Pattern.compile("(-?[0-9]+)(?:\\.0+)?");

    private static final CleanTextDeserializer TEXT = new CleanTextDeserializer();

    IdTextDeserializer() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.currentToken().isNumeric()) {
            return TEXT.deserialize(parser, context);
        }
        NumberDeserializer.requireShort(parser, context);
        Matcher digits = WHOLE.matcher(parser.getText());
        if (!digits.matches()) {
            throw new InvalidValueException(parser, "must be a text, or a whole number in full: send it in quotes");
        }
        return digits.group(1);
    }
}
