package dev.leadline.platform.query;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;

/** Marks the good answer to a dry run, and leaves out the address of a record that is not there. */
@Provider
class DryRunAnswers implements DynamicFeature {

    private final ObjectMapper json;

    DryRunAnswers(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void configure(ResourceInfo operation, FeatureContext context) {
        boolean takesDryRuns = Arrays.stream(operation.getResourceMethod().getParameters())
                .anyMatch(parameter ->
                        parameter.isAnnotationPresent(BeanParam.class) && parameter.getType() == DryRun.class);
        if (takesDryRuns) {
            context.register(filter());
        }
    }

    private ContainerResponseFilter filter() {
        return (request, answer) -> {
            boolean isGood = answer.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL;
            if (isGood
                    && DryRun.isAsked(request.getUriInfo().getQueryParameters().getFirst(DryRun.NAME))) {
                ObjectNode marked = json.valueToTree(answer.getEntity());
                answer.setEntity(marked.put(DryRun.NAME, true));
                answer.getHeaders().remove(HttpHeaders.LOCATION);
            }
        };
    }
}
