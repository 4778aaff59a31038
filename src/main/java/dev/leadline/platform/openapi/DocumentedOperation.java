package dev.leadline.platform.openapi;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * An operation of the document and where it is. What kind of operation it is follows from its method, its path, and what else
 * there is beside this path.
 *
 * @param paths all paths of the document
 */
record DocumentedOperation(String path, HttpMethod method, Operation operation, Set<String> paths) {

    private static final String BATCH = "/batch";
    private static final String ITEM = "/{id}";

    /** All operations of the document. */
    static List<DocumentedOperation> of(OpenAPI document) {
        Map<String, PathItem> items = document.getPaths().getPathItems();
        return items.entrySet().stream()
                .flatMap(item -> item.getValue().getOperations().entrySet().stream()
                        .map(entry -> new DocumentedOperation(
                                item.getKey(), entry.getKey(), entry.getValue(), items.keySet())))
                .toList();
    }

    String id() {
        return operation.getOperationId();
    }

    boolean isPost() {
        return method == HttpMethod.POST;
    }

    boolean isPatch() {
        return method == HttpMethod.PATCH;
    }

    /** It makes what is not there. */
    boolean isPut() {
        return method == HttpMethod.PUT;
    }

    boolean isBatch() {
        return isPost() && path.endsWith(BATCH);
    }

    /**
     * A post of a record that can also be sent in a batch. It may be repeated: the same record is answered again, not
     * stored twice.
     */
    boolean isRepeatable() {
        return isPost() && paths.contains(path + BATCH);
    }

    /** A post that makes no record but does something with one. */
    boolean isAction() {
        return isPost() && hasPathParameter();
    }

    /** A read that is paged. */
    boolean isList() {
        return method == HttpMethod.GET
                && parameters().stream()
                        .anyMatch(parameter -> parameter.getName().equals("cursor"));
    }

    /** A post of records that have no address of their own: the same key again replaces what is there. */
    boolean isReplacing() {
        return isRepeatable() && !paths.contains(path + ITEM);
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

    /** A post that can be tried. */
    boolean takesDryRuns() {
        return parameters().stream().anyMatch(parameter -> parameter.getName().equals("dryRun"));
    }

    /** The bodies that the operation takes, one for each media type. */
    List<MediaType> bodies() {
        return hasBody()
                ? List.copyOf(
                        operation.getRequestBody().getContent().getMediaTypes().values())
                : List.of();
    }
}
