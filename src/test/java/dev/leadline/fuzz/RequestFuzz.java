package dev.leadline.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leadline.fuzz.FuzzRequest.Header;
import dev.leadline.fuzz.FuzzRequest.Parameter;
import dev.leadline.platform.openapi.ServedDocument;
import dev.leadline.platform.openapi.ServedDocument.ServedOperation;
import java.util.ArrayList;
import java.util.List;

/** Makes the requests of a run, one after the other. */
final class RequestFuzz {

    private final Draw draw;
    private final Keys keys;
    private final Known known;
    private final BodyFuzz bodies;
    private final QueryFuzz queries;
    private final HeaderFuzz headers;
    private final List<ServedOperation> operations = new ArrayList<>();
    private int number;

    RequestFuzz(Draw draw, ServedDocument document, Keys keys, Known known) {
        JsonNode root = document.root();
        this.draw = draw;
        this.keys = keys;
        this.known = known;
        this.bodies = new BodyFuzz(draw, root, known);
        this.queries = new QueryFuzz(draw, root, known);
        this.headers = new HeaderFuzz(draw);
        for (ServedOperation operation : document.operations()) {
            operations.add(operation);
            // There is more to spoil.
            if (!operation.bodies().isEmpty()) {
                operations.add(operation);
                operations.add(operation);
            }
        }
    }

    /** An operation's example, unspoilt. */
    FuzzRequest example(ServedOperation operation) {
        List<Header> sent = new ArrayList<>();
        sent.add(Keys.bearer(
                isOfTheInstallation(operation)
                        ? keys.installation()
                        : keys.own().get(0)));
        byte[] body = null;
        if (!operation.bodies().isEmpty()) {
            sent.add(new Header("Content-Type", "application/json"));
            body = BodyFuzz.example(operation, "application/json");
        }
        String path = operation.address(known.id(draw, operation.collection()));
        List<Parameter> query = operation.id().equals("exportContact") ? queries.good(operation) : List.of();
        return new FuzzRequest(number++, operation, path, query, sent, body, false);
    }

    /** The next request, of any operation, spoilt in one to three places. */
    FuzzRequest next() {
        ServedOperation operation = draw.of(operations);
        boolean hasBody = !operation.bodies().isEmpty();
        boolean hasQuery = !QueryFuzz.parameters(operation).isEmpty();
        boolean hasId = operation.hasId();
        int inBody = 0;
        int inQuery = 0;
        boolean inId = false;
        List<Header> sent = new ArrayList<>(keys.draw(draw, isOfTheInstallation(operation)));
        List<String> types = new ArrayList<>();
        operation.bodies().fieldNames().forEachRemaining(types::add);
        String type = hasBody ? draw.of(types) : null;
        if (hasBody) {
            sent.add(new Header("Content-Type", type));
        }
        for (int faults = 1 + draw.below(3); faults > 0; faults--) {
            int where = draw.below(10);
            if (where == 0) {
                headers.spoil(sent, hasBody, operation.method().equals("POST"));
            } else if (hasBody && where < 9) {
                inBody++;
            } else if (hasQuery || where < 3) {
                inQuery++;
            } else if (hasId) {
                inId = true;
            } else {
                headers.spoil(sent, hasBody, operation.method().equals("POST"));
            }
        }
        byte[] body = hasBody ? bodies.spoilt(operation, type, inBody, number) : null;
        if (body != null && sent.contains(new Header("Content-Encoding", "gzip")) && draw.oneIn(2)) {
            body = BodyFuzz.zipped(body);
        }
        if (body != null && draw.oneIn(100)) {
            body = null;
        }
        String id = inId ? oddId() : known.id(draw, operation.collection());
        List<Parameter> query = inQuery > 0 ? queries.spoilt(operation, inQuery) : queries.good(operation);
        return new FuzzRequest(
                number++,
                operation,
                inId ? operation.address(id, id) : operation.address(id),
                query,
                sent,
                body,
                body != null && draw.oneIn(10));
    }

    /** Without what is private, for an address is logged; and none that the server itself finds too long. */
    private String oddId() {
        String id = draw.oneIn(3) ? OddText.draw(draw) : OddValue.id(draw, known);
        String kept = id.replace(OddText.PRIVATE, "").strip();
        String escaped = Escaped.text(kept.substring(0, Math.min(300, kept.length())));
        return escaped.isEmpty() || escaped.matches("\\.+") ? "%00" : escaped;
    }

    static boolean isOfTheInstallation(ServedOperation operation) {
        return operation.tag().equals("Installation");
    }
}
