package dev.leadline.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leadline.fuzz.FuzzRequest.Parameter;
import dev.leadline.platform.openapi.ServedDocument.ServedOperation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Makes queries: those of good values, and spoilt ones. */
final class QueryFuzz {

    /** The server itself refuses first lines of more than 4,096 bytes, before any operation is reached. */
    private static final int LONGEST = 1_000;

    private static final List<String> DIMENSIONS = List.of(
            "channel", "store", "product", "category", "priceTier", "campaign", "region", "industry", "marketSegment");

    private static final Map<String, List<String>> GOOD = Map.ofEntries(
            Map.entry("from", List.of("2024-01-01", "2026-01-01", "2026-03-02")),
            Map.entry("to", List.of("2026-06-30", "2026-11-01", "2027-01-01")),
            Map.entry("asOf", List.of("2026-05-01", "2026-11-20", "2030-01-01")),
            Map.entry("interval", List.of("day", "week", "month")),
            Map.entry("metric", List.of("volume", "cost", "conversion")),
            Map.entry("sort", List.of("-spend", "spend", "inquiries", "-deals", "roi", "costPerInquiry")),
            Map.entry("dryRun", List.of("true", "false")),
            Map.entry("email", List.of("mei.chen@example.com", "nobody@example.com")),
            Map.entry("phone", List.of("+86 512 5555 0100")));

    /** Octets that are no text, or are read in two ways. */
    private static final List<String> RAW = List.of(
            "%00", "%FF", "%C0%80", "%ED%A0%80", "%F5%80%80%80", "+", "%2B", "%25", "%2525", "%E2%80%AE", "%0D%0A", "");

    private final Draw draw;
    private final JsonNode document;
    private final Known known;

    QueryFuzz(Draw draw, JsonNode document, Known known) {
        this.draw = draw;
        this.document = document;
        this.known = known;
    }

    /** Up to some of the operation's parameters, with good values. */
    List<Parameter> good(ServedOperation operation) {
        List<Parameter> query = new ArrayList<>();
        for (JsonNode parameter : parameters(operation)) {
            boolean needed = operation.id().equals("exportContact");
            if (needed || draw.oneIn(5)) {
                add(query, parameter.path("name").asText(), good(operation, parameter));
            }
        }
        return query;
    }

    List<Parameter> spoilt(ServedOperation operation, int faults) {
        List<Parameter> query = good(operation);
        for (int i = 0; i < faults; i++) {
            spoil(query, operation);
        }
        return query;
    }

    static List<JsonNode> parameters(ServedOperation operation) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .toList();
    }

    private void spoil(List<Parameter> query, ServedOperation operation) {
        List<JsonNode> parameters = parameters(operation);
        if (parameters.isEmpty()) {
            add(query, "unknown", "1");
            return;
        }
        JsonNode parameter = draw.of(parameters);
        String name = parameter.path("name").asText();
        switch (draw.below(12)) {
            case 0 -> add(query, draw.of("Limit", "unknown", "group_by", "workspace", "", " limit", name + "[]"), "1");
            case 1 -> {
                add(query, name, good(operation, parameter));
                add(query, name, good(operation, parameter));
            }
            case 2 -> add(query, name, "");
            case 3 -> query.add(new Parameter(name, null, name));
            case 4 -> query.add(new Parameter(name, null, name + "=" + draw.of(RAW) + draw.of(RAW)));
            case 5 -> query.add(new Parameter("", null, draw.of("&", "=", "==", ";", "&&a", "=1")));
            default -> {
                query.removeIf(given -> given.name().equals(name));
                add(query, name, odd(operation, parameter));
            }
        }
    }

    private String good(ServedOperation operation, JsonNode parameter) {
        String name = parameter.path("name").asText();
        Shape shape = new Shape(document, parameter.path("schema"));
        if (GOOD.containsKey(name)) {
            return draw.of(GOOD.get(name));
        }
        if (name.equals("groupBy")) {
            return draw.of(DIMENSIONS);
        }
        if (name.equals("cursor")) {
            return known.cursor(draw, operation.path());
        }
        if (shape.format().equals("uuid") || name.equals("campaign")) {
            return known.id(draw, "/api/v1/campaigns");
        }
        if (!shape.choices().isEmpty()) {
            return draw.of(shape.choices());
        }
        JsonNode schema = shape.schema();
        for (JsonNode value : List.of(
                schema.path("examples").path(0),
                schema.path("default"),
                schema.path("maximum"),
                parameter.path("example"))) {
            if (!value.isMissingNode()) {
                return value.asText();
            }
        }
        return "gads-1001";
    }

    private String odd(ServedOperation operation, JsonNode parameter) {
        String name = parameter.path("name").asText();
        if (name.equals("cursor")) {
            return cursor(draw.oneIn(4) ? "/api/v1/campaigns" : operation.path());
        }
        if (name.equals("groupBy") && draw.oneIn(2)) {
            return String.join(
                    draw.of(",", ",", " , ", ",,", ";"), draw.of(DIMENSIONS), draw.of(DIMENSIONS), draw.of(DIMENSIONS));
        }
        return OddValue.text(draw, new Shape(document, parameter.path("schema")), known);
    }

    private String cursor(String list) {
        String cursor = known.cursor(draw, list);
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return switch (draw.below(6)) {
            case 0 -> cursor.substring(0, draw.below(cursor.length()));
            case 1 -> cursor + draw.of(".", "=", "A", "..", "%", " ");
            case 2 -> base64.encodeToString(OddText.draw(draw).getBytes(StandardCharsets.UTF_8));
            case 3 ->
                String.join(
                        ".",
                        List.of(
                                        draw.of("2026-01-31", "+999999999-01-01", "x"),
                                        draw.id().toString(),
                                        "",
                                        "\u0000",
                                        "")
                                .subList(0, 1 + draw.below(5))
                                .stream()
                                .map(part -> base64.encodeToString(part.getBytes(StandardCharsets.UTF_8)))
                                .toList());
            case 4 -> OddText.draw(draw);
            default -> cursor.replaceFirst("M", "N");
        };
    }

    private static void add(List<Parameter> query, String name, String value) {
        String written = Escaped.text(name) + "=" + Escaped.text(value);
        int length = query.stream().mapToInt(given -> given.written().length()).sum();
        if (length + written.length() < LONGEST) {
            query.add(new Parameter(name, value, written));
        }
    }
}
