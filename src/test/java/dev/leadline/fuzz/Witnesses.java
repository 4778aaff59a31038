package dev.leadline.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadline.testing.TestWorkspace;
import java.util.LinkedHashMap;
import java.util.Map;

/** Good records posted between bad requests. They must be taken, and be there unchanged in the end. */
final class Witnesses {

    private final TestWorkspace workspace;
    private final Map<String, Map<String, Object>> records = new LinkedHashMap<>();
    private int count;

    Witnesses(TestWorkspace workspace) {
        this.workspace = workspace;
    }

    void post() {
        String name = "witness-" + count++;
        create("/campaigns", Map.of("externalId", name, "region", "Jiangsu", "dailyBudget", 12.5));
        create(
                "/inquiries",
                Map.of(
                        "externalId",
                        name,
                        "campaignExternalId",
                        name,
                        "receivedAt",
                        "2026-03-02T09:30:00Z",
                        "message",
                        "\u6c5f\u82cf"));
        create(
                "/deals",
                Map.of(
                        "externalId",
                        name,
                        "inquirySource",
                        "api",
                        "inquiryExternalId",
                        name,
                        "closedAt",
                        "2026-05-04T09:30:00Z",
                        "revenue",
                        1000.25,
                        "margin",
                        -3));
    }

    private void create(String path, Map<String, Object> record) {
        Map<String, Object> stored = workspace
                .post(path, record)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getMap("$");
        records.put(path + "/" + stored.get("id"), stored);
    }

    void assertUnchanged() {
        records.forEach((address, record) -> assertEquals(
                record,
                workspace
                        .get(address)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getMap("$"),
                address));
    }
}
