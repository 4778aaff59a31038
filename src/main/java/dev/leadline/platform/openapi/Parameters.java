package dev.leadline.platform.openapi;

import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Describes the parameter that every path with an id has, and puts all of them in the order in which one thinks. */
final class Parameters {

    /** Parameters of one operation only come first, then these. */
    private static final List<String> ORDER = List.of(
            "groupBy",
            "channel",
            "store",
            "product",
            "category",
            "priceTier",
            "campaign",
            "region",
            "industry",
            "marketSegment",
            "from",
            "to",
            "asOf",
            "horizonDays",
            "targetRoi",
            "level",
            "minInquiries",
            "sort",
            "limit",
            "cursor");

    private Parameters() {}

    static void complete(DocumentedOperation documented) {
        if (documented.isPost()) {
            documented.operation().addParameter(idempotencyKey());
        }
        for (Parameter parameter : documented.parameters()) {
            // The scan writes it for an Optional only, though it holds for every parameter of a query.
            if (Boolean.FALSE.equals(parameter.getRequired())) {
                parameter.setRequired(null);
            }
            if (parameter.getIn() == Parameter.In.PATH && parameter.getName().equals("id")) {
                parameter.setDescription("Id of the record, as its POST and its list tell it.");
                parameter.getSchema().addExample("01a20023-d8d5-7a3d-80b7-3c5eaff86aea");
            }
        }
        if (!documented.parameters().isEmpty()) {
            documented
                    .operation()
                    .setParameters(documented.parameters().stream()
                            .sorted(Comparator.comparingInt((Parameter p) -> ORDER.indexOf(p.getName())))
                            .toList());
        }
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .description(
                        "Names this request, so that it can be repeated: the same request with the same key is done"
                                + " once, and answered from then on, for 24 hours, by what was answered at first, with"
                                + " `Idempotent-Replayed: true`. 1 to 255 visible ASCII characters without comma, double quote and"
                                + " backslash; a UUID is best.")
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.STRING)
                        .minLength(1)
                        // In double quotes it is two longer.
                        .maxLength(255 + 2)
                        .addExample("8e03978e-40d5-43dd-bc93-6894a57f9324"));
    }
}
