package dev.leadline.platform.openapi;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.leadline.platform.Ndjson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;

/**
 * Puts the examples in. They are files, {@code openapi/examples/<operationId>.<request or status>.json}, and
 * {@code .ndjson} for a batch as a stream.
 */
final class Examples {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Examples() {}

    static void complete(DocumentedOperation documented) {
        String id = documented.id();
        if (documented.hasBody()) {
            complete(documented.operation().getRequestBody().getContent(), id, "request");
        }
        documented.operation().getResponses().getAPIResponses().forEach((status, response) -> {
            if (response.getContent() != null) {
                // The answer to a repeated post is that to the first.
                complete(response.getContent(), id, documented.isRepeatable() || documented.isPut() ? "201" : status);
            }
        });
    }

    private static void complete(Content content, String operation, String part) {
        String summary = part.equals("request") ? "Ready to send" : "As answered, shortened where long";
        content.getMediaTypes().forEach((name, type) -> {
            if (name.equals(Ndjson.MEDIA_TYPE)) {
                text(operation + "." + part + ".ndjson").ifPresent(lines -> put(type, summary, lines));
            } else {
                text(operation + "." + part + ".json")
                        .map(Examples::json)
                        .ifPresent(value -> put(type, summary, value));
            }
        });
    }

    private static void put(MediaType type, String summary, Object value) {
        type.addExample("example", OASFactory.createExample().summary(summary).value(value));
    }

    private static Object json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> text(String file) {
        try (InputStream in = Examples.class.getResourceAsStream("/openapi/examples/" + file)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
