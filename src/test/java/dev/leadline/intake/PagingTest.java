package dev.leadline.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Lists longer than a page. */
@QuarkusTest
class PagingTest {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    @Test
    void given_more_inquiries_than_a_page_when_the_links_are_followed_then_each_is_seen_once_newest_first() {
        TestWorkspace workspace = TestWorkspace.create();
        List<String> externalIds =
                IntStream.range(0, 120).mapToObj(i -> "i" + i).toList();
        workspace
                .postLines(
                        "/inquiries/batch",
                        externalIds.stream()
                                .map(id -> Examples.inquiry(id).json())
                                .toList())
                .then()
                .statusCode(207);

        List<List<String>> pages = pages(workspace, "/inquiries?limit=50&source=api", "items.externalId");

        assertEquals(List.of(50, 50, 20), pages.stream().map(List::size).toList());
        List<String> seen = new ArrayList<>(pages.stream().flatMap(List::stream).toList());
        Collections.reverse(seen);
        assertEquals(externalIds, seen);
    }

    @Test
    void given_spend_of_more_segments_than_a_page_when_the_links_are_followed_then_each_is_seen_once_latest_first() {
        TestWorkspace workspace = TestWorkspace.create();
        List<String> lines = new ArrayList<>();
        for (int day = 1; day <= 5; day++) {
            for (int region = 0; region < 24; region++) {
                lines.add(Examples.spend("g" + region % 3, "2025-03-0" + day)
                        .with("region", "\"R\\u001f." + "\u00e9".repeat(region) + "\"")
                        .json());
            }
        }
        workspace.postLines("/spend/batch", lines).then().statusCode(207);

        List<List<String>> pages = pages(workspace, "/spend?limit=50&from=2025-03-01", "items.day");

        List<String> days = pages.stream().flatMap(List::stream).toList();
        assertEquals(120, days.size());
        List<String> latestFirst = new ArrayList<>(days);
        latestFirst.sort(Collections.reverseOrder());
        assertEquals(latestFirst, days);
        long segments = pages(workspace, "/spend?limit=50", "items.region").stream()
                .flatMap(List::stream)
                .distinct()
                .count();
        assertEquals(24, segments);

        String campaign = workspace.get("/campaigns?externalId=g1").path("items[0].id");
        List<List<String>> ofCampaign =
                pages(workspace, "/spend?limit=15&to=2025-03-04&campaignId=" + campaign, "items.day");
        assertEquals(List.of(15, 15, 2), ofCampaign.stream().map(List::size).toList());
        assertEquals(
                days.stream()
                        .filter(day -> !day.equals("2025-03-05"))
                        .distinct()
                        .toList(),
                ofCampaign.stream().flatMap(List::stream).distinct().toList());
    }

    private static List<List<String>> pages(TestWorkspace workspace, String first, String member) {
        List<List<String>> pages = new ArrayList<>();
        String path = first;
        while (path != null && pages.size() < 10) {
            Response page = workspace.analyst().urlEncodingEnabled(false).get(absolute(path));
            page.then().statusCode(200);
            pages.add(page.path(member));
            path = next(page);
        }
        return pages;
    }

    private static String absolute(String path) {
        return path.startsWith("/api/") ? path : "/api/v1" + path;
    }

    private static String next(Response page) {
        String link = page.header("Link");
        if (link == null) {
            assertNull(page.path("next"));
            return null;
        }
        Matcher matcher = NEXT.matcher(link);
        assertTrue(matcher.matches(), link);
        assertTrue(link.contains("cursor=" + page.path("next")), link);
        return matcher.group(1);
    }
}
