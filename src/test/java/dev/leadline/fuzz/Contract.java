package dev.leadline.fuzz;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.leadline.platform.json.IdText;
import dev.leadline.platform.money.Amounts;
import dev.leadline.platform.openapi.ServedDocument;
import dev.leadline.platform.openapi.ServedDocument.ServedOperation;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The API document as a judge: what an answer may be, and what the service must not take. */
final class Contract {

    private static final String PLACE = "https://leadline.test/openapi";
    private static final String JSON = "application/json";
    private static final int LARGEST_SCALE = 1_000;
    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    /** Headers of a page that has a next one, of an answer that is replayed, and where a limit is set. */
    private static final Set<String> SOMETIMES =
            Set.of("Link", "Idempotent-Replayed", "RateLimit", "RateLimit-Policy", "Retry-After");

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JsonNode document;
    private final JsonSchemaFactory schemas;
    private final Map<String, JsonSchema> answers = new HashMap<>();
    private final Map<String, JsonSchema> requests = new HashMap<>();

    Contract(ServedDocument served) {
        this.document = closed(served.root());
        String text = document.toString();
        // The document as a whole has words of its own, at which the validator need not wonder.
        JsonMetaSchema words = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                .unknownKeywordFactory((word, context) -> new NonValidationKeyword(word))
                .build();
        this.schemas = JsonSchemaFactory.getInstance(VersionFlag.V202012, factory -> factory.metaSchema(words)
                .schemaLoaders(loaders -> loaders.schemas(Map.of(PLACE, text))));
    }

    /**
     * The document with no members in records but those it tells; in words it says so of requests. The form of pointers is
     * checked here, for the validator's expression for it takes no long ones.
     */
    private static JsonNode closed(JsonNode root) {
        JsonNode copy = root.deepCopy();
        for (JsonNode schema : copy.path("components").path("schemas")) {
            if (schema.has("properties") && !schema.has("additionalProperties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
            for (JsonNode member : schema.path("properties")) {
                if (member.path("format").asText().equals("json-pointer")) {
                    ((ObjectNode) member).remove("format");
                }
            }
        }
        return copy;
    }

    /** What is wrong with the answer; empty if nothing is. */
    List<String> faults(FuzzRequest request, HttpResponse<byte[]> answer) {
        List<String> faults = new ArrayList<>();
        int status = answer.statusCode();
        if (status >= 500) {
            faults.add("status " + status);
        }
        if (answer.headers().firstValue("X-Request-Id").isEmpty()) {
            faults.add("no X-Request-Id");
        }
        if (status < 400) {
            String reason = reasonToRefuse(request);
            if (reason != null) {
                faults.add("taken, though " + reason);
            }
        }
        String place = "/paths/" + escaped(request.operation().path()) + "/"
                + request.operation().method().toLowerCase() + "/responses/" + status;
        JsonNode told = document.at(place);
        if (told.has("$ref")) {
            place = told.path("$ref").asText().substring(1);
            told = document.at(place);
        }
        if (told.isMissingNode()) {
            faults.add("status " + status + " is not told of");
        } else {
            headers(request, told, answer, faults);
            body(request, place, told, answer, faults);
        }
        return faults;
    }

    private void headers(FuzzRequest request, JsonNode told, HttpResponse<byte[]> answer, List<String> faults) {
        for (Map.Entry<String, JsonNode> header : told.path("headers").properties()) {
            String name = header.getKey();
            String value = answer.headers().firstValue(name).orElse(null);
            Shape shape = new Shape(
                    document, new Shape(document, header.getValue()).schema().path("schema"));
            if (value == null) {
                if (!SOMETIMES.contains(name) && !(name.equals("Location") && isDryRun(request))) {
                    faults.add("no " + name);
                }
            } else if (shape.is("integer") && !value.matches("\\d+")
                    || !shape.choices().isEmpty() && !shape.choices().contains(value)) {
                faults.add("header " + name + ": " + value);
            }
        }
    }

    private static boolean isDryRun(FuzzRequest request) {
        return request.query().stream()
                .anyMatch(given -> given.name().equals("dryRun") && "true".equals(given.value()));
    }

    private void body(
            FuzzRequest request, String place, JsonNode told, HttpResponse<byte[]> answer, List<String> faults) {
        String given = answer.headers().firstValue("Content-Type").orElse("");
        String type = given.replaceFirst(";.*", "").strip();
        if (!told.has("content")) {
            if (answer.body().length > 0 || !given.isEmpty()) {
                faults.add("a body of type " + given + " where none is told of");
            }
            return;
        }
        if (!told.path("content").has(type)) {
            faults.add("content type " + given);
            return;
        }
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        if (text.contains("dev.leadline") || text.contains("Exception")) {
            faults.add("tells of the inside");
        }
        try {
            JsonNode body = STRICT.readTree(answer.body());
            schema(answers, place + "/content/" + escaped(type) + "/schema", true)
                    .validate(body)
                    .forEach(fault -> faults.add("body: " + fault.getMessage()));
            meaning(body, answer.statusCode(), faults);
            if (status(body) == 400 && body.path("errors").isEmpty() && isJson(request)) {
                faults.add("names no place");
            }
        } catch (IOException e) {
            faults.add("body: " + e.getMessage());
        }
    }

    private static int status(JsonNode problem) {
        return problem.path("status").asInt();
    }

    /** Whether the body can be read; what is wrong with the request is in one place then. */
    private static boolean isJson(FuzzRequest request) {
        try {
            return request.body() != null && request.body().length > 0 && STRICT.readTree(request.body()) != null;
        } catch (IOException | NumberFormatException e) {
            return false;
        }
    }

    /** What a schema cannot say. */
    private static void meaning(JsonNode body, int status, List<String> faults) {
        if (status >= 400 && status(body) != status) {
            faults.add("the problem tells another status");
        }
        if (status == 422 && body.path("errors").isEmpty()) {
            faults.add("names no place");
        }
        for (JsonNode error : body.path("errors")) {
            String pointer = error.path("pointer").asText("");
            if (!pointer.isEmpty() && !pointer.startsWith("/")) {
                faults.add("no pointer: " + pointer);
            }
            if (error.has("pointer") == error.has("parameter")) {
                faults.add("an error of neither or both of body and parameter");
            }
        }
        if (status == 207) {
            long rows = 0;
            for (String count : List.of("created", "unchanged", "updated", "summed", "skipped", "rejected")) {
                rows += body.path(count).asLong();
            }
            if (rows != body.path("received").asLong()) {
                faults.add("the counts do not add up: " + body);
            }
        }
    }

    private JsonSchema schema(Map<String, JsonSchema> known, String pointer, boolean formats) {
        return known.computeIfAbsent(
                pointer,
                at -> schemas.getSchema(
                        SchemaLocation.of(PLACE + "#" + at),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(formats)
                                .build()));
    }

    /** Why the request must not be taken, as far as a schema can say; null if it says nothing against it. */
    private String reasonToRefuse(FuzzRequest request) {
        ServedOperation operation = request.operation();
        if (operation.bodies().has(JSON)
                && !operation.path().endsWith("/batch")
                && request.header("Content-Encoding").isEmpty()) {
            String reason = ofBody(request);
            if (reason != null) {
                return reason;
            }
        }
        for (FuzzRequest.Parameter given : request.query()) {
            String reason = ofParameter(operation, given);
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }

    private String ofBody(FuzzRequest request) {
        if (request.body() == null) {
            return "there is no body";
        }
        try {
            String pointer = "/paths/" + escaped(request.operation().path()) + "/"
                    + request.operation().method().toLowerCase() + "/requestBody/content/application~1json/schema";
            JsonNode body = asTaken(STRICT.readTree(request.body()), new Shape(document, document.at(pointer)));
            if (hasAbsurdNumber(body)) {
                return "it has an absurd number";
            }
            return schema(requests, pointer, false).validate(body).stream()
                    .map(fault -> "its body has: " + fault.getMessage())
                    .findFirst()
                    .orElse(null);
        } catch (IOException | NumberFormatException e) {
            return "its body is no JSON: " + e.getMessage();
        }
    }

    /**
     * The body as the document says in words that it is taken: white space around a text is no part of it, and so does not count
     * either; a click id that is null is none, and a threshold that is null takes its default; a number may be a text, and the
     * whole number of an id is one; money is rounded.
     */
    private static JsonNode asTaken(JsonNode node, Shape shape) {
        if (node instanceof ObjectNode object) {
            object.path("clickIds").properties().removeIf(id -> id.getValue().isNull());
            object.path("policy")
                    .properties()
                    .removeIf(threshold -> threshold.getValue().isNull());
            object.properties()
                    .forEach(member -> member.setValue(asTaken(member.getValue(), shape.member(member.getKey()))));
        }
        boolean isNumber = shape.is("number") || shape.is("integer");
        if (isNumber && node.isTextual() && PLAIN_NUMBER.matcher(node.asText()).matches()) {
            return number(new BigDecimal(node.asText()), shape);
        }
        if (isNumber && node.isNumber()) {
            return number(node.decimalValue(), shape);
        }
        if (node.isNumber() && shape.says(IdText.DESCRIPTION)) {
            return TextNode.valueOf(node.asText());
        }
        return node.isTextual() ? TextNode.valueOf(node.asText().strip()) : node;
    }

    private static JsonNode number(BigDecimal number, Shape shape) {
        boolean isAbsurd = Math.abs((long) number.scale()) > LARGEST_SCALE;
        if (!isAbsurd && shape.says(Amounts.DESCRIPTION)) {
            return DecimalNode.valueOf(number.setScale(Amounts.DECIMALS, RoundingMode.HALF_EVEN));
        }
        boolean isWhole = !isAbsurd && number.stripTrailingZeros().scale() <= 0;
        return isWhole ? BigIntegerNode.valueOf(number.toBigInteger()) : DecimalNode.valueOf(number);
    }

    private static boolean hasAbsurdNumber(JsonNode node) {
        if (node.isBigDecimal()) {
            return Math.abs((long) node.decimalValue().scale()) > LARGEST_SCALE;
        }
        for (JsonNode child : node) {
            if (hasAbsurdNumber(child)) {
                return true;
            }
        }
        return false;
    }

    /** Numbers, choices and patterns; a blank is no value. */
    private String ofParameter(ServedOperation operation, FuzzRequest.Parameter given) {
        List<JsonNode> parameters = QueryFuzz.parameters(operation);
        if (given.value() == null
                || parameters.isEmpty()
                || !given.value().equals(given.value().strip())) {
            return null;
        }
        JsonNode parameter = parameters.stream()
                .filter(known -> known.path("name").asText().equals(given.name()))
                .findFirst()
                .orElse(null);
        if (parameter == null) {
            return "it has no parameter " + given.name();
        }
        Shape shape = new Shape(document, parameter.path("schema"));
        if (given.value().isEmpty() || isOf(shape, given.value())) {
            return null;
        }
        return "its parameter " + given.name() + " is not of the schema: " + given.value();
    }

    private static boolean isOf(Shape shape, String value) {
        if (!shape.choices().isEmpty()) {
            return shape.choices().contains(value);
        }
        if (shape.schema().has("pattern")) {
            return value.matches(shape.schema().path("pattern").asText());
        }
        if (!shape.is("number") && !shape.is("integer")) {
            return true;
        }
        try {
            BigDecimal number = new BigDecimal(value);
            JsonNode least = shape.schema().path("minimum");
            JsonNode most = shape.schema().path("maximum");
            return (least.isMissingNode() || number.compareTo(least.decimalValue()) >= 0)
                    && (most.isMissingNode() || number.compareTo(most.decimalValue()) <= 0);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
