package dev.leadline.platform.openapi;

import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Gives every operation the errors that it can answer, which follow from its method, its path and its body. */
final class Errors {

    private static final Set<String> SCANNED = Set.of("400", "401", "403");

    private Errors() {}

    static void complete(DocumentedOperation documented) {
        APIResponses responses = documented.operation().getResponses();
        SCANNED.forEach(responses::removeAPIResponse);
        // A query parameter that it does not take, of an operation that takes none too.
        refer(responses, "400", "BadRequest");
        refer(responses, "401", "Unauthorized");
        refer(responses, "403", "Forbidden");
        if (documented.hasPathParameter()) {
            refer(responses, "404", "NotFound");
        }
        if (documented.answersWithBody()) {
            refer(responses, "406", "NotAcceptable");
        }
        if (documented.isRepeatable() && !documented.isReplacing()) {
            refer(responses, "409", "Conflict");
        } else if (documented.isPost()) {
            refer(responses, "409", "UnderWay");
        }
        if (documented.hasBody()) {
            refer(responses, "413", "ContentTooLarge");
            refer(responses, "415", "UnsupportedMediaType");
        }
        if (documented.isBatch()) {
            refer(responses, "422", "ReusedKey");
        } else if (documented.hasBody()) {
            refer(responses, "422", "UnprocessableContent");
        }
        refer(responses, "429", "TooManyRequests");
        refer(responses, "500", "InternalError");
        refer(responses, "503", "Unavailable");
    }

    /** The shared answers have the id of their request, as the good ones do. */
    static void tellRequestIds(OpenAPI document) {
        document.getComponents()
                .getResponses()
                .values()
                .forEach(response -> response.addHeader(
                        "X-Request-Id", OASFactory.createHeader().ref("#/components/headers/X-Request-Id")));
    }

    private static void refer(APIResponses responses, String status, String component) {
        responses.addAPIResponse(status, OASFactory.createAPIResponse().ref("#/components/responses/" + component));
    }
}
