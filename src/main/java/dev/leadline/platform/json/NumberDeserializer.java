package dev.leadline.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;

/** Exact numbers. Absurd ones are refused here, for arithmetic on them overflows or takes forever. */
final class NumberDeserializer extends StdScalarDeserializer<BigDecimal> {

    private static final long serialVersionUID = 1L;
    private static final long LARGEST_SCALE = 1_000;
    private static final int LONGEST = 100;

    NumberDeserializer() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
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
            BigDecimal number = parser.getDecimalValue();
            if (Math.abs((long) number.scale()) <= LARGEST_SCALE) {
                return number;
            }
        } catch (NumberFormatException e) {
            // An exponent beyond what a BigDecimal holds: the same answer.
        }
        throw context.weirdNumberException(0, BigDecimal.class, "exponent out of range");
    }
}
