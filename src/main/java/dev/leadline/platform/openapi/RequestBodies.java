package dev.leadline.platform.openapi;

import dev.leadline.platform.Ndjson;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/**
 * Describes what is sent where the scan cannot. Of a batch it finds the schema of a row; the body has many, in a form that
 * depends on its media type. A patch the service reads as a tree, which to the scan is an array, whatever else is said of it.
 */
final class RequestBodies {

    private RequestBodies() {}

    static void complete(DocumentedOperation documented) {
        if (documented.isBatch()) {
            RequestBody body = documented.operation().getRequestBody();
            body.setRequired(true);
            body.getContent()
                    .getMediaTypes()
                    .forEach(
                            (name, type) -> type.setSchema(name.equals(Ndjson.MEDIA_TYPE) ? lines(type) : array(type)));
        } else if (documented.isPatch()) {
            documented.bodies().forEach(body -> body.getSchema().setType(null));
        }
    }

    private static Schema array(MediaType row) {
        return OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(row.getSchema());
    }

    /** To a schema a stream of lines is one string; what a line is can be said only in words. */
    private static Schema lines(MediaType row) {
        String ref = row.getSchema().getRef();
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .description("One JSON object a line, each a " + ref.substring(ref.lastIndexOf('/') + 1) + ".");
    }
}
