package dev.leadline.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * Completes the scanned document. It runs while the service is built, so the document that is stored and the one that is
 * served are the same.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Scalars.inline(document);
        for (DocumentedOperation operation : DocumentedOperation.of(document)) {
            Roles.tell(operation);
            Parameters.complete(operation);
            RequestBodies.complete(operation);
            Successes.complete(operation);
            Errors.complete(operation);
            Examples.complete(operation);
        }
        Errors.tellRequestIds(document);
        Schemas.complete(document);
        Order.apply(document);
    }
}
