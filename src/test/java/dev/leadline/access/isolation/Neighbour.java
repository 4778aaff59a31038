package dev.leadline.access.isolation;

import dev.leadline.intake.Examples;
import dev.leadline.testing.Fields;
import dev.leadline.testing.TestWorkspace;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A workspace with two records of every kind, so that each of its lists has a next page. All its texts bear a mark by
 * which they are known in another's answer.
 */
final class Neighbour {

    private static final List<String> TEXTS = List.of(
            "name", "channel", "store", "product", "category", "priceTier", "region", "industry", "marketSegment");

    private final TestWorkspace workspace = TestWorkspace.create();
    private final String mark;
    private final List<String> ids = new ArrayList<>();

    /** @param mark begins every text of the workspace and is found nowhere else */
    Neighbour(String mark) {
        this.mark = mark;
        for (int i = 1; i <= 2; i++) {
            makeRecords(i);
        }
        ids.addAll(admin().get("/api/v1/api-keys").path("items.id"));
    }

    private void makeRecords(int i) {
        Fields campaign = Examples.campaign(text("campaign" + i));
        for (String field : TEXTS) {
            campaign = campaign.with(field, Examples.quoted(text(field)));
        }
        Fields inquiry = Examples.inquiry(text("inquiry" + i))
                .with("source", Examples.quoted(text("source")))
                .with("message", Examples.quoted(text("message")))
                .with("contact", "{\"email\":" + Examples.quoted(text("contact@example.com")) + "}")
                .with("campaignExternalId", Examples.quoted(text("campaign" + i)));
        Fields deal = Examples.deal(text("deal" + i), text("inquiry" + i))
                .with("inquirySource", Examples.quoted(text("source")));
        ids.add(workspace.create("/campaigns", campaign.json()));
        ids.add(workspace.create("/inquiries", inquiry.json()));
        ids.add(workspace.create("/deals", deal.json()));
        workspace
                .post(
                        "/spend",
                        Examples.spend(text("campaign" + i), "2025-03-0" + i).json())
                .then()
                .statusCode(201);
    }

    private String text(String what) {
        return mark + "-" + what;
    }

    String id() {
        return admin().get("/api/v1/workspace").path("id");
    }

    RequestSpecification admin() {
        return workspace.admin();
    }

    TestWorkspace workspace() {
        return workspace;
    }

    /** An id of each kind: campaign, inquiry, deal, key. */
    List<String> ids() {
        return List.of(ids.get(0), ids.get(1), ids.get(2), ids.get(ids.size() - 1));
    }

    /** What a record of each kind is called outside. */
    List<String> externalIds() {
        return List.of(text("campaign1"), text("inquiry1"), text("deal1"));
    }

    /** Texts that others may find out and send. */
    List<String> texts() {
        return List.of(text("campaign1"), text("product"), text("region"), text("contact@example.com"));
    }

    /** What its records are called where others refer to them by name, by field. */
    Map<String, String> names(String kind) {
        return Map.of(
                "externalId", text(kind + "1"),
                "campaignExternalId", text("campaign1"),
                "inquiryExternalId", text("inquiry1"),
                "inquirySource", text("source"),
                "source", text("source"));
    }

    /** Whether a text holds anything of this workspace. */
    boolean isIn(String text) {
        return text.contains(mark) || ids.stream().anyMatch(text::contains);
    }
}
