import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Tells whether a change has changed an answer. It asks a running service 30 questions of its demo market and writes the answers to two
 * files of a directory: {@code figures.txt} with all that must stay, and {@code sentences.txt} with what is told in words. Run it
 * before and after, and compare:
 *
 * <pre>
 * ./mvnw package -DskipTests
 * java -cp 'target/quarkus-app/lib/main/*' src/bench/answers/Answers.java http://localhost:8080 $KEY before
 * ...
 * diff before/figures.txt after/figures.txt
 * diff --side-by-side --suppress-common-lines before/sentences.txt after/sentences.txt
 * </pre>
 *
 * The key is of the workspace {@code demo}. Two demo markets are the same if they were first loaded on the same day; the questions are
 * as of the last day of their data, whatever day it is now. Ids are the database's own, so they are numbered as they come.
 */
final class Answers {

    private static final List<String> QUESTIONS = List.of(
            "metrics",
            "metrics?groupBy=product",
            "metrics?groupBy=campaign",
            "metrics?groupBy=region,industry&sort=-inquiries&limit=40",
            "metrics?groupBy=category,priceTier&level=0.8&minInquiries=50",
            "metrics?groupBy=channel&region=Jiangsu,Germany",
            "metrics?groupBy=product&asOf={asOf-120}",
            "metrics?groupBy=product&horizonDays=365&targetRoi=0.5",
            "metrics?groupBy=marketSegment&from={asOf-200}&to={asOf-30}",
            "metrics?groupBy=industry&industry=automotive,",
            "metrics/series?groupBy=product",
            "metrics/series?groupBy=region&interval=month",
            "metrics/series?interval=day&from={asOf-60}",
            "cohorts",
            "cohorts?groupBy=product&interval=week&from={asOf-150}",
            "cohorts?groupBy=category&horizonDays=90&asOf={asOf-45}",
            "stability?groupBy=product",
            "stability?groupBy=product&metric=cost",
            "stability?groupBy=region&metric=conversion",
            "stability?groupBy=channel&metric=cost&asOf={asOf-100}",
            "diagnoses",
            "diagnoses?groupBy=product",
            "diagnoses?groupBy=region,priceTier&asOf={asOf-60}",
            "recommendations",
            "recommendations?groupBy=product",
            "recommendations?groupBy=campaign&asOf={asOf-90}",
            "recommendations?groupBy=product,region&sort=-probabilityOfTarget&limit=50",
            "recommendations?groupBy=product&scaleProbability=0.8&minimumDeals=10&horizonDays=120",
            "recommendations/track-record?groupBy=product&weeks=12",
            "recommendations/track-record?groupBy=category&weeks=20&outcomeWeeks=4&leaveOutProbability=0.6&sort=day");

    private static final Set<String> WORDS = Set.of("explanation", "sentence", "what", "note", "method", "title", "detail");
    private static final Pattern DAY = Pattern.compile("\\{asOf(-\\d+)?}");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String service;
    private final String key;
    private final Map<String, String> ids = new HashMap<>();

    private Answers(String service, String key) {
        this.service = service;
        this.key = key;
    }

    /** Takes the address of the service, a key, and the directory to write to. */
    public static void main(String... arguments) throws Exception {
        Path directory = Files.createDirectories(Path.of(arguments[2]));
        new Answers(arguments[0], arguments[1]).writeTo(directory);
    }

    private void writeTo(Path directory) throws Exception {
        List<String> figures = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        ObjectNode workspace = (ObjectNode) get("workspace");
        Instant loaded = Instant.parse(workspace.remove("recordedAt").asText());
        LocalDate asOf = LocalDate.ofInstant(loaded, ZoneId.of(workspace.get("timeZone").asText())).minusDays(1);
        add("workspace", workspace, figures, sentences);
        for (String question : QUESTIONS) {
            add(question, get(dated(question, asOf)), figures, sentences);
        }
        Files.write(directory.resolve("figures.txt"), figures);
        Files.write(directory.resolve("sentences.txt"), sentences);
    }

    private static String dated(String question, LocalDate asOf) {
        String whole = question.contains("asOf=") ? question : question + (question.contains("?") ? "&" : "?") + "asOf={asOf}";
        return DAY.matcher(whole)
                .replaceAll(day -> asOf.plusDays(day.group(1) == null ? 0 : Integer.parseInt(day.group(1)))
                        .toString());
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service + "/api/v1/" + path))
                .header("Authorization", "Bearer " + key)
                .build();
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + ": " + response.statusCode() + " " + response.body());
        }
        return json.readTree(response.body());
    }

    private void add(String question, JsonNode answer, List<String> figures, List<String> sentences)
            throws IOException {
        Map<String, String> words = new TreeMap<>();
        takeWords(answer, "", words);
        figures.add("== " + question);
        figures.addAll(numbered(json.writerWithDefaultPrettyPrinter().writeValueAsString(answer)).lines().toList());
        sentences.add("== " + question);
        words.forEach((place, text) -> sentences.add(place + ": " + numbered(text)));
    }

    /** Moves what is told in words from an answer to a list by place. */
    private static void takeWords(JsonNode node, String place, Map<String, String> words) {
        if (node instanceof ObjectNode object) {
            for (String name : WORDS) {
                if (object.has(name)) {
                    words.put(place + "/" + name, object.remove(name).toString());
                }
            }
            object.properties()
                    .forEach(member -> takeWords(member.getValue(), place + "/" + member.getKey(), words));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                takeWords(array.get(i), place + "/" + i, words);
            }
        }
    }

    private String numbered(String text) {
        return UUID.matcher(text).replaceAll(id -> ids.computeIfAbsent(id.group(), unknown -> "id-" + (ids.size() + 1)));
    }
}
