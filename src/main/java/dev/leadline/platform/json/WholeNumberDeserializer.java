package dev.leadline.platform.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.Function;

/**
 * Whole numbers, also as texts and with decimals that are all zero: a table with a gap in it makes 3.0 of a 3.
 *
 * @param <N> the type they have
 */
final class WholeNumberDeserializer<N extends Number> extends StdScalarDeserializer<N> {

    private static final long serialVersionUID = 1L;

    private final transient Function<BigDecimal, N> exact;

    /** @param exact throws an ArithmeticException for a number that the type does not have */
    WholeNumberDeserializer(Class<N> type, Function<BigDecimal, N> exact) {
        super(type);
        this.exact = exact;
    }

    @Override
    @SuppressWarnings("unchecked") // Jackson knows the type by its class
    public N deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        BigDecimal number;
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            number =
                    NumberDeserializer.ofText(parser, context, "a whole number like 1234, without separators or units");
        } else if (parser.currentToken().isNumeric()) {
            number = NumberDeserializer.exact(parser, context);
        } else {
            return (N) context.handleUnexpectedToken(handledType(), parser);
        }
        try {
            return exact.apply(number);
        } catch (ArithmeticException e) {
            throw context.weirdNumberException(number, handledType(), "not a whole number in range");
        }
    }
}
