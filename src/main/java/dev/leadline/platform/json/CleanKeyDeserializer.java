package dev.leadline.platform.json;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import dev.leadline.platform.problem.InvalidValueException;
import java.io.IOException;

/** Names in maps, held to what {@link CleanTextDeserializer} asks of texts. */
final class CleanKeyDeserializer extends KeyDeserializer {

    @Override
    public Object deserializeKey(String key, DeserializationContext context) throws IOException {
        String fault = CleanText.faultOf(key);
        if (fault != null) {
            throw new InvalidValueException(context.getParser(), "has a name in it that " + fault);
        }
        return key;
    }
}
