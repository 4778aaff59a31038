package dev.leadline.analysis.query;

import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.Filter;
import dev.leadline.platform.query.QueryValue;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which segments an analysis looks at: the dimensions to group by, and the values that count. A dimension may be given twice. */
public class SegmentParameters {

    private static final String FILTER =
            "Only these values, comma-separated; one that has a comma stands in double quotes, as in"
                    + " `\"Portland, OR\",Jiangsu`, and a quote in these is doubled. An empty value means missing.";

    @Context
    UriInfo uri;

    @RestQuery
    @Parameter(
            description =
                    "Dimensions to group by, comma-separated: channel, store, product, category, priceTier, campaign,"
                            + " region, industry, marketSegment. None: the total only. A filter beside it chooses what is shown: what is said"
                            + " of a segment does not depend on it.",
            schema = @Schema(type = SchemaType.STRING),
            example = "product")
    Optional<String> groupBy;

    @RestQuery
    @Parameter(
            description = "Where the ads run. " + FILTER,
            schema = @Schema(type = SchemaType.STRING, examples = "google-ads"))
    List<String> channel;

    @RestQuery
    @Parameter(
            description = "Store or site that sells. " + FILTER,
            schema = @Schema(type = SchemaType.STRING, examples = "us-store"))
    List<String> store;

    @RestQuery
    @Parameter(
            description = "Product promoted. " + FILTER,
            schema = @Schema(type = SchemaType.STRING, examples = "CNC bracket"))
    List<String> product;

    @RestQuery
    @Parameter(
            description = "Category of the product. " + FILTER,
            schema = @Schema(type = SchemaType.STRING, examples = "CNC parts"))
    List<String> category;

    @RestQuery
    @Parameter(
            description = "Price tier of the product. " + FILTER,
            schema = @Schema(type = SchemaType.STRING, examples = "mid"))
    List<String> priceTier;

    @RestQuery
    @Parameter(
            description = "Campaign, by its id. " + FILTER,
            schema = @Schema(type = SchemaType.STRING, examples = "01a20023-d8d5-7a3d-80b7-3c5eaff86aea"))
    List<String> campaign;

    @RestQuery
    @Parameter(
            description = "The inquiry's region. " + FILTER,
            schema = @Schema(type = SchemaType.STRING, examples = "Jiangsu,Zhejiang"))
    List<String> region;

    @RestQuery
    @Parameter(
            description = "The inquiry's industry. " + FILTER,
            schema = @Schema(type = SchemaType.STRING, examples = "Automotive"))
    List<String> industry;

    @RestQuery
    @Parameter(
            description = "The inquiry's market segment. " + FILTER,
            schema = @Schema(type = SchemaType.STRING, examples = "Tier-1 suppliers"))
    List<String> marketSegment;

    List<Dimension> groupBy() {
        List<Dimension> dimensions = new ArrayList<>();
        for (String name : QueryValue.of("groupBy", groupBy).list()) {
            Dimension dimension =
                    Dimension.of(name).orElseThrow(() -> QueryValue.fault("groupBy", "takes " + Dimension.names()));
            if (dimensions.contains(dimension)) {
                throw QueryValue.fault("groupBy", "names " + name + " twice");
            }
            dimensions.add(dimension);
        }
        return List.copyOf(dimensions);
    }

    /** Read from the address, for the server leaves empty values out of the fields, and here these mean something. */
    Filter filter() {
        Map<String, List<String>> given = uri.getQueryParameters();
        Map<Dimension, Set<String>> accepted = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            Set<String> values = new HashSet<>();
            for (String text : given.getOrDefault(dimension.apiName(), List.of())) {
                values.addAll(new QueryValue(dimension.apiName(), text).quotedList());
            }
            if (!values.isEmpty()) {
                accepted.put(dimension, values);
            }
        }
        return new Filter(accepted);
    }
}
