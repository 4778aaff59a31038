package dev.leadline.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import dev.leadline.platform.problem.InvalidValueException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Exact numbers, also those given as texts, which many exports do. Absurd ones are refused here, for arithmetic on them overflows or
 * takes forever.
 */
final class NumberDeserializer extends StdScalarDeserializer<BigDecimal> {

    private static final long serialVersionUID = 1L;
    private static final long LARGEST_SCALE = 1_000;
    private static final int LONGEST = 100;

    /** Digits and a point only: of 1,234 nobody can say whether it is above a thousand. */
    private static final Pattern PLAIN = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    NumberDeserializer() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            return ofText(parser, context, "a number like 1234.56, without separators or units");
        }
        if (!parser.currentToken().isNumeric()) {
            return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
        }
        return exact(parser, context);
    }

    /** Refuses the number at which the parser stands if it is too long to be anything that is counted. */
    static void requireShort(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.getTextLength() > LONGEST) {
            throw context.weirdNumberException(0, BigDecimal.class, "too many digits");
        }
    }

    /** The number at which the parser stands. Which exponents a BigDecimal holds differs between versions of Java. */
    static BigDecimal exact(JsonParser parser, DeserializationContext context) throws IOException {
        requireShort(parser, context);
        try {
            return bounded(parser.getDecimalValue(), context);
        } catch (NumberFormatException e) {
            throw outOfRange(context);
        }
    }

    /**
     * The number in the text at which the parser stands.
     *
     * @param expected what it must be, for the client
     */
    static BigDecimal ofText(JsonParser parser, DeserializationContext context, String expected) throws IOException {
        requireShort(parser, context);
        String text = parser.getText();
        if (!PLAIN.matcher(text).matches()) {
            throw new InvalidValueException(parser, "must be " + expected);
        }
        try {
            return bounded(new BigDecimal(text), context);
        } catch (NumberFormatException e) {
            throw outOfRange(context);
        }
    }

    private static BigDecimal bounded(BigDecimal number, DeserializationContext context) throws IOException {
        if (Math.abs((long) number.scale()) > LARGEST_SCALE) {
            throw outOfRange(context);
        }
        return number;
    }

    private static IOException outOfRange(DeserializationContext context) {
        return context.weirdNumberException(0, BigDecimal.class, "exponent out of range");
    }
}
