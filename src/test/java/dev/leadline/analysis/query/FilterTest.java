package dev.leadline.analysis.query;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.leadline.intake.Examples;
import dev.leadline.platform.openapi.ServedDocument;
import dev.leadline.platform.openapi.ServedDocument.ServedOperation;
import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a filter takes for a value, and what is said of one that nobody knows. */
@QuarkusTest
class FilterTest {

    private static final List<String> REGIONS =
            List.of("Portland, OR", "Portland", "OR", "The \\\"Valley\\\"", "6\\\" row");

    private TestWorkspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = TestWorkspace.create();
        for (int i = 0; i < REGIONS.size(); i++) {
            workspace.create(
                    "/inquiries",
                    Examples.inquiry("i" + i)
                            .with("region", Examples.quoted(REGIONS.get(i)))
                            .json());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            region=%22Portland%2C%20OR%22                       | Portland, OR
            region=%22Portland,+OR%22                           | Portland, OR
            region=Portland%2C%20OR                             | Portland;OR
            region=Portland,OR                                  | Portland;OR
            region=Portland&region=OR                           | Portland;OR
            region=%22Portland%2C%20OR%22&region=OR             | Portland, OR;OR
            region=OR,%22Portland%2C%20OR%22,Portland           | Portland, OR;OR;Portland
            region=%22The%20%22%22Valley%22%22%22               | The "Valley"
            region=The%20%22Valley%22                           | The "Valley"
            region=6%22%20row,OR                                | 6" row;OR
            """)
    void given_values_with_commas_or_quotes_when_filtered_then_those_segments_are_shown(String query, String regions) {
        ask("/api/v1/metrics", query + "&groupBy=region&from=2025-01-01&to=2025-12-31")
                .body("segments.segment.region", containsInAnyOrder((Object[]) regions.split(";")))
                .body("warnings", empty());
    }

    @TestFactory
    Stream<DynamicTest> given_a_value_that_nobody_knows_when_it_is_asked_for_then_the_answer_warns_of_it() {
        return analyses()
                .map(operation -> dynamicTest(operation.toString(), () -> ask(
                                operation.path(), "region=Portland,Nowhere&product=%22Nothing,%20at%20all%22&store=")
                        .body("warnings.parameter", contains("product", "region"))
                        .body("warnings.value", contains("Nothing, at all", "Nowhere"))
                        .body("warnings[1].detail", containsString("this region"))));
    }

    @Test
    void given_the_id_of_a_campaign_when_it_is_known_then_nothing_is_warned_of() {
        String id = workspace.get("/campaigns").path("items[0].id");
        ask("/api/v1/metrics", "campaign=" + id).body("warnings", empty());
        ask("/api/v1/metrics", "campaign=gads-1").body("warnings.value", contains("gads-1"));
    }

    @Test
    void given_very_many_values_that_nobody_knows_then_some_are_told() {
        String values = IntStream.range(0, 500).mapToObj(i -> "x" + i).collect(Collectors.joining(","));
        ask("/api/v1/metrics", "region=" + values).body("warnings", hasSize(20));
    }

    @Test
    void every_analysis_can_warn() {
        assertTrue(analyses().count() >= 7);
    }

    private static Stream<ServedOperation> analyses() {
        return ServedDocument.read().operations().stream().filter(operation -> operation.parameters().stream()
                .anyMatch(parameter -> parameter.path("name").asText().equals("groupBy")));
    }

    private ValidatableResponse ask(String path, String query) {
        return workspace
                .analyst()
                .urlEncodingEnabled(false)
                .get(path + "?" + query)
                .then()
                .statusCode(200);
    }
}
