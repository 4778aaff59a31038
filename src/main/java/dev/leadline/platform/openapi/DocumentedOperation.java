package dev.leadline.platform.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** An operation of the document and where it is. */
record DocumentedOperation(String path, HttpMethod method, Operation operation) {

    /** All operations of the document. */
    static List<DocumentedOperation> of(OpenAPI document) {
        return document.getPaths().getPathItems().entrySet().stream()
                .flatMap(item -> item.getValue().getOperations().entrySet().stream()
                        .map(entry -> new DocumentedOperation(item.getKey(), entry.getKey(), entry.getValue())))
                .toList();
    }

    String id() {
        return operation.getOperationId();
    }

    boolean isPost() {
        return method == HttpMethod.POST;
    }

    boolean isBatch() {
        return isPost() && path.endsWith("/batch");
    }

    /** A post that may be repeated: the same record again is answered, not stored twice. */
    boolean isRepeatable() {
        return isPost() && !isBatch() && id().startsWith("post");
    }

    boolean isList() {
        return id().startsWith("list");
    }

    boolean hasBody() {
        return operation.getRequestBody() != null;
    }

    /** Asked of an operation whose good answers are complete. */
    boolean answersWithBody() {
        return operation.getResponses().getAPIResponse("204") == null;
    }

    boolean hasPathParameter() {
        return path.contains("{");
    }

    List<Parameter> parameters() {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    boolean hasQueryParameter() {
        return parameters().stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.QUERY);
    }

    /** The bodies that the operation takes, one for each media type. */
    List<MediaType> bodies() {
        return hasBody()
                ? List.copyOf(
                        operation.getRequestBody().getContent().getMediaTypes().values())
                : List.of();
    }
}
