package dev.leadline.platform.json;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.leadline.platform.problem.InvalidValueException;
import dev.leadline.platform.time.GivenTime;

/**
 * A time that means now where it is absent, and must not be null: in an export null is a time that nobody knows, and that is
 * hardly now.
 */
public final class NowIfAbsent extends GivenTimeDeserializer {

    private static final long serialVersionUID = 1L;

    @Override
    public GivenTime getNullValue(DeserializationContext context) throws JsonMappingException {
        throw new InvalidValueException(
                context.getParser(), "must not be null: send when it happened, or leave the field out if that is now");
    }

    @Override
    public GivenTime getAbsentValue(DeserializationContext context) {
        return null;
    }
}
