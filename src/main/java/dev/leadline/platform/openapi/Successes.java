package dev.leadline.platform.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Gives every operation the statuses and headers of its good answers. The scan knows only the body. */
final class Successes {

    private Successes() {}

    static void complete(DocumentedOperation documented) {
        APIResponses responses = documented.operation().getResponses();
        if (documented.isBatch()) {
            APIResponse answer = taken(responses, "200");
            responses.addAPIResponse("207", answer.description("What became of the rows; each fared by itself."));
        } else if (documented.isPost() && !documented.isAction()) {
            APIResponse scanned = taken(responses, "200");
            if (documented.isRepeatable()) {
                responses.addAPIResponse(
                        "200",
                        copy(scanned)
                                .description(
                                        "The record was there: the stored one is answered, nothing is stored twice."));
            }
            APIResponse created = copy(scanned).description("Created.");
            if (!documented.isReplacing()) {
                created.addHeader("Location", header("Location"));
            }
            responses.addAPIResponse("201", created);
        } else if (documented.isPut()) {
            responses.getAPIResponse("200").setDescription("The record was there: as it is now.");
            responses.addAPIResponse(
                    "201",
                    copy(responses.getAPIResponse("200"))
                            .description("Created.")
                            .addHeader("Location", header("Location")));
        } else if (responses.getAPIResponse("204") != null) {
            responses.getAPIResponse("204").setDescription("Done; also if it was done before.");
        } else if (documented.isList()) {
            responses.getAPIResponse("200").description("A page.").addHeader("Link", header("Link"));
        } else {
            responses.getAPIResponse("200").setDescription(documented.hasBody() ? "As it is now." : "The answer.");
        }
        responses.getAPIResponses().values().stream()
                .filter(response -> response.getRef() == null)
                .forEach(response -> complete(documented, response));
    }

    private static void complete(DocumentedOperation documented, APIResponse response) {
        response.addHeader("X-Request-Id", header("X-Request-Id"))
                .addHeader("RateLimit", header("RateLimit"))
                .addHeader("RateLimit-Policy", header("RateLimit-Policy"));
        if (documented.isPost()) {
            response.addHeader("Idempotent-Replayed", header("Idempotent-Replayed"));
        }
    }

    private static APIResponse taken(APIResponses responses, String status) {
        APIResponse response = responses.getAPIResponse(status);
        responses.removeAPIResponse(status);
        return response;
    }

    private static APIResponse copy(APIResponse response) {
        var content = OASFactory.createContent();
        response.getContent()
                .getMediaTypes()
                .forEach((name, type) ->
                        content.addMediaType(name, OASFactory.createMediaType().schema(type.getSchema())));
        return OASFactory.createAPIResponse().content(content);
    }

    private static Header header(String component) {
        return OASFactory.createHeader().ref("#/components/headers/" + component);
    }
}
