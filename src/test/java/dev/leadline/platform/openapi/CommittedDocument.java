package dev.leadline.platform.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** docs/openapi.yaml, the API document as it is kept for readers and generators of clients. */
final class CommittedDocument {

    static final Path PATH = Path.of("docs", "openapi.yaml");

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .stringQuotingChecker(new QuotedDates())
            .build());

    /** Keywords come in this order, others behind them by name. */
    private static final List<String> KEYWORDS = List.of(
            "openapi",
            "info",
            "servers",
            "security",
            "tags",
            "paths",
            "components",
            "$ref",
            "title",
            "version",
            "name",
            "in",
            "post",
            "get",
            "put",
            "patch",
            "delete",
            "operationId",
            "summary",
            "description",
            "type",
            "format",
            "enum",
            "required",
            "parameters",
            "requestBody",
            "responses",
            "headers",
            "content",
            "schema",
            "properties",
            "items");

    /** Under these stand names of ours, in an order that means something. */
    private static final Set<String> NAMED = Set.of("paths", "properties");

    /** Under these stand values of ours. */
    private static final Set<String> VALUES = Set.of("value", "example", "examples", "default", "enum");

    private CommittedDocument() {}

    static JsonNode read() throws IOException {
        return YAML.readTree(Files.readString(PATH));
    }

    /** Writes it in an order that does not depend on the machine, so that a change shows as what it is. */
    static void write(JsonNode document) throws IOException {
        Files.writeString(PATH, YAML.writeValueAsString(ordered(document, "")));
    }

    private static JsonNode ordered(JsonNode node, String under) {
        if (node.isArray()) {
            ArrayNode array = YAML.createArrayNode();
            node.forEach(element -> array.add(ordered(element, under)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode object = YAML.createObjectNode();
        var members = node.properties().stream();
        (NAMED.contains(under) ? members : members.sorted(Comparator.comparing(CommittedDocument::rank)))
                .forEach(member -> object.set(member.getKey(), value(member, under)));
        return object;
    }

    private static JsonNode value(Map.Entry<String, JsonNode> member, String under) {
        boolean keyword = !NAMED.contains(under);
        boolean ours = keyword && VALUES.contains(member.getKey()) && !isExamplesOfABody(member);
        return ours ? member.getValue() : ordered(member.getValue(), keyword ? member.getKey() : "");
    }

    private static boolean isExamplesOfABody(Map.Entry<String, JsonNode> member) {
        return member.getKey().equals("examples") && member.getValue().isObject();
    }

    private static String rank(Map.Entry<String, JsonNode> member) {
        int place = KEYWORDS.indexOf(member.getKey());
        return "%03d %s".formatted(place < 0 ? KEYWORDS.size() : place, member.getKey());
    }

    /** Older readers of YAML take a bare day or instant for something else than text. */
    private static final class QuotedDates extends StringQuotingChecker.Default {

        private static final long serialVersionUID = 1L;
        private static final Pattern DAY_FIRST = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

        @Override
        public boolean needToQuoteValue(String value) {
            return super.needToQuoteValue(value) || DAY_FIRST.matcher(value).lookingAt();
        }
    }
}
