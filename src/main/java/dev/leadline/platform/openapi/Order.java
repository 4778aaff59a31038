package dev.leadline.platform.openapi;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/** Puts paths and methods in the order of the tags, which is that of the data's flow; the same on every machine. */
final class Order {

    private static final List<HttpMethod> METHODS =
            List.of(HttpMethod.POST, HttpMethod.GET, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    private Order() {}

    static void apply(OpenAPI document) {
        List<String> tags = document.getTags().stream().map(Tag::getName).toList();
        Paths ordered = OASFactory.createPaths();
        document.getPaths().getPathItems().entrySet().stream()
                .sorted(Comparator.comparingInt(
                                (Map.Entry<String, PathItem> item) -> tags.indexOf(tag(item.getValue())))
                        .thenComparing(Map.Entry::getKey))
                .forEach(item -> ordered.addPathItem(item.getKey(), byMethod(item.getValue())));
        document.setPaths(ordered);
    }

    private static String tag(PathItem item) {
        return item.getOperations().values().iterator().next().getTags().get(0);
    }

    private static PathItem byMethod(PathItem item) {
        PathItem ordered = OASFactory.createPathItem();
        item.getOperations().entrySet().stream()
                .sorted(Comparator.comparingInt(operation -> METHODS.indexOf(operation.getKey())))
                .forEach(operation -> ordered.setOperation(operation.getKey(), operation.getValue()));
        return ordered;
    }
}
