package dev.leadline.platform.openapi;

import dev.leadline.platform.Ndjson;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/** Says what the body of a batch is, of which the scan knows a row: many of them, by the body's media type. */
final class Batches {

    private Batches() {}

    static void complete(DocumentedOperation documented) {
        if (documented.isBatch()) {
            RequestBody body = documented.operation().getRequestBody();
            body.setRequired(true);
            body.getContent()
                    .getMediaTypes()
                    .forEach(
                            (name, type) -> type.setSchema(name.equals(Ndjson.MEDIA_TYPE) ? lines(type) : array(type)));
        }
    }

    private static Schema array(MediaType row) {
        return OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(row.getSchema());
    }

    /** To a schema a stream of lines is a text; only in words can it be said what a line is. */
    private static Schema lines(MediaType row) {
        String ref = row.getSchema().getRef();
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .description("One JSON object a line, each a " + ref.substring(ref.lastIndexOf('/') + 1) + ".");
    }
}
