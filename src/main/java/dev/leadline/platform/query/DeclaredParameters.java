package dev.leadline.platform.query;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Lets an operation be asked only by the parameters it declares, so that a misspelt one does not silently widen the answer. It
 * declares them by {@link RestQuery}, itself or in a {@link BeanParam}: as {@code String} what must not be empty, as {@code
 * Optional} what may be, as {@code List} what may also be repeated. An operation that declares none takes none.
 */
@Provider
class DeclaredParameters implements DynamicFeature {

    @Override
    public void configure(ResourceInfo operation, FeatureContext context) {
        Map<String, Class<?>> declared = new TreeMap<>();
        for (Parameter parameter : operation.getResourceMethod().getParameters()) {
            if (parameter.isAnnotationPresent(RestQuery.class)) {
                declared.put(parameter.getName(), parameter.getType());
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                addAll(parameter.getType(), declared);
            }
        }
        context.register(filter(declared));
    }

    private static void addAll(Class<?> bean, Map<String, Class<?>> declared) {
        for (Field field : bean.getDeclaredFields()) {
            if (field.isAnnotationPresent(RestQuery.class)) {
                declared.put(field.getName(), field.getType());
            } else if (field.isAnnotationPresent(BeanParam.class)) {
                addAll(field.getType(), declared);
            }
        }
    }

    private static ContainerRequestFilter filter(Map<String, Class<?>> declared) {
        String taken = declared.isEmpty() ? "none" : String.join(", ", declared.keySet());
        return request -> request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            Class<?> type = declared.get(name);
            if (type == null) {
                throw QueryValue.fault(name, "is not a parameter of this operation; it takes " + taken);
            }
            if (type != List.class && values.size() > 1) {
                throw QueryValue.fault(name, "must be given once");
            }
            // The field would be null, as if it were not given.
            if (type == String.class && values.get(0).isEmpty()) {
                throw QueryValue.fault(name, "must not be empty");
            }
        });
    }
}
