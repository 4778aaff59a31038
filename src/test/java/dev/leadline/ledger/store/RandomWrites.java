package dev.leadline.ledger.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.intake.Examples;
import dev.leadline.testing.Fields;
import dev.leadline.testing.TestWorkspace;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Writes to a workspace as its clients might, seeded: new records, old ones, edits, cancellations, other campaigns. */
final class RandomWrites {

    static final LocalDate FIRST = LocalDate.of(2025, 3, 3);
    static final int DAYS = 40;

    private static final String[] REGIONS = {null, "Jiangsu", "Zhejiang", "Hesse"};
    private static final String[] INDUSTRIES = {null, "Automotive", "Medical"};
    private static final String[] PRODUCTS = {"Bracket", "Valve body"};
    private static final int CAMPAIGNS = 4;

    private final TestWorkspace workspace;
    private final SplittableRandom random;
    private final List<String> campaigns = new ArrayList<>();
    private final List<String> inquiries = new ArrayList<>();
    private final List<String> deals = new ArrayList<>();
    private int records;

    RandomWrites(TestWorkspace workspace, long seed) {
        this.workspace = workspace;
        this.random = new SplittableRandom(seed);
        for (int i = 0; i < CAMPAIGNS; i++) {
            campaigns.add(workspace.create(
                    "/campaigns",
                    Examples.campaign("gads-" + i)
                            .with("product", text(PRODUCTS[i % PRODUCTS.length]))
                            .with("region", text(i == 0 ? "Jiangsu" : null))
                            .json()));
        }
    }

    /** One write, acknowledged. */
    void next() {
        Response answer =
                switch (random.nextInt(10)) {
                    case 0, 1, 2 -> postInquiries();
                    case 3 -> postSpend();
                    case 4, 5 -> inquiries.isEmpty() ? postInquiries() : postDeal();
                    case 6, 7 -> inquiries.isEmpty() ? postInquiries() : patchInquiry();
                    case 8 -> deals.isEmpty() ? postSpend() : patchDeal();
                    default -> patchCampaign();
                };
        assertTrue(answer.statusCode() < 300, () -> answer.statusCode() + " " + answer.asString());
    }

    private Response postInquiries() {
        List<String> rows = IntStream.rangeClosed(0, random.nextInt(5))
                .mapToObj(i -> inquiry("i" + records++).json())
                .toList();
        Response answer = workspace.post("/inquiries/batch", "[" + String.join(",", rows) + "]");
        workspace.get("/inquiries?limit=100").<List<String>>path("items.id").stream()
                .filter(id -> !inquiries.contains(id))
                .forEach(inquiries::add);
        return answer;
    }

    private Fields inquiry(String externalId) {
        Fields inquiry = Examples.inquiry(externalId)
                .with("campaignExternalId", text("gads-" + random.nextInt(CAMPAIGNS)))
                .with("receivedAt", time(random.nextInt(DAYS)))
                .with("region", text(any(REGIONS)))
                .with("industry", text(any(INDUSTRIES)));
        if (random.nextInt(5) == 0) {
            return inquiry.with("status", "\"INVALID\"");
        }
        return random.nextInt(10) == 0 ? inquiry.with("test", "true") : inquiry;
    }

    private Response postSpend() {
        return workspace.post(
                "/spend",
                Examples.spend(
                                "gads-" + random.nextInt(CAMPAIGNS),
                                FIRST.plusDays(random.nextInt(DAYS)).toString())
                        .with("amount", random.nextInt(1_000) + ".37")
                        .with("region", text(any(REGIONS)))
                        .json());
    }

    private Response postDeal() {
        Response answer = workspace.post(
                "/deals",
                Examples.deal("d" + records++, "unused")
                        .without("inquiryExternalId")
                        .with("inquiryId", text(any(inquiries)))
                        .with("closedAt", time(DAYS + random.nextInt(DAYS)))
                        .with("margin", String.valueOf(random.nextInt(-50, 900)))
                        .json());
        deals.add(answer.path("id"));
        return answer;
    }

    private Response patchInquiry() {
        String change =
                switch (random.nextInt(5)) {
                    case 0 -> "\"status\":\"INVALID\"";
                    case 1 -> "\"status\":\"QUALIFIED\",\"test\":false";
                    case 2 -> "\"region\":" + text(any(REGIONS));
                    case 3 -> "\"campaignId\":" + text(any(campaigns));
                    default -> "\"firstRespondedAt\":" + time(DAYS + random.nextInt(5));
                };
        return workspace.patch("/inquiries/" + any(inquiries), "{" + change + "}");
    }

    private Response patchDeal() {
        String change =
                switch (random.nextInt(4)) {
                    case 0 -> "\"status\":\"CANCELLED\",\"cancelledAt\":" + time(2 * DAYS + random.nextInt(20));
                    case 1 -> "\"status\":\"WON\"";
                    case 2 ->
                        "\"refunded\":" + random.nextInt(900) + ",\"refundedAt\":"
                                + time(2 * DAYS + random.nextInt(20));
                    default -> "\"revenue\":" + random.nextInt(900, 5_000);
                };
        return workspace.patch("/deals/" + any(deals), "{" + change + "}");
    }

    private Response patchCampaign() {
        String change =
                random.nextBoolean() ? "\"region\":" + text(any(REGIONS)) : "\"product\":" + text(any(PRODUCTS));
        return workspace.patch("/campaigns/" + any(campaigns), "{" + change + "}");
    }

    private String time(int day) {
        return text(FIRST.plusDays(day) + "T%02d:30:00Z".formatted(random.nextInt(24)));
    }

    private static String text(String value) {
        return value == null ? "null" : Examples.quoted(value);
    }

    private String any(String... values) {
        return values[random.nextInt(values.length)];
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
