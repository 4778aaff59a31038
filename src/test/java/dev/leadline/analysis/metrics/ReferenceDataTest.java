package dev.leadline.analysis.metrics;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.leadline.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Data not made here, through the whole service: New York building violations as inquiries, their closing as deals, the
 * borough as region. Conversion by lag must be that of R 4.2.2, survival 3.5-3 (log-log interval of 90 %). Tolerance: the six
 * digits the service gives. Lags that fewer than 50 violations reach are left out where others are reached by more: there the
 * service stops on purpose.
 */
@QuarkusTest
class ReferenceDataTest {

    /** The total is a posterior by exposure, with a prior worth half a deal; the reference is the curve F itself, see CumulativeConversionReferenceTest. */
    private static final double PART = 0.02;

    /** Of a borough, whose timing is taken to be the city's. */
    private static final double PART_OF_A_BOROUGH = 0.15;

    private static final double AN_INQUIRY = 1;
    /** A borough is judged among the others: it is drawn towards them by the weight of so many deals at most. */
    private static final double DEALS_OF_OTHERS = 20;

    private static final int SUPPORT = 50;

    private record Row(String group, int inquiries, int deals, int lag, double atRisk, String[] figures) {

        /** F at the lag. */
        double figure() {
            return Double.parseDouble(figures[0]);
        }
    }

    @Test
    void given_real_delays_when_asked_by_lag_and_group_then_conversion_is_that_of_the_reference() throws IOException {
        TestWorkspace workspace = TestWorkspace.create();
        post(workspace);

        int compared = 0;
        for (String asOf : List.of("2014-06-30", "2017-12-29")) {
            List<Row> rows = reference(asOf);
            Set<String> supported = new LinkedHashSet<>();
            rows.stream().filter(row -> row.atRisk() >= SUPPORT).forEach(row -> supported.add(row.group()));
            for (Row row : rows) {
                if (row.lag() > 0 && (row.atRisk() >= SUPPORT || !supported.contains(row.group()))) {
                    compare(workspace, asOf, row, city(rows, row.lag()));
                    compared++;
                }
            }
        }
        assertTrue(compared >= 70, "rows compared: " + compared);
    }

    private static double city(List<Row> rows, int lag) {
        return rows.stream()
                .filter(row -> row.group().equals("ALL") && row.lag() == lag)
                .mapToDouble(Row::figure)
                .findFirst()
                .orElseThrow();
    }

    private static void compare(TestWorkspace workspace, String asOf, Row row, double city) {
        String region = row.group().equals("ALL") ? "" : "&region=" + row.group();
        JsonPath total = workspace
                .get("/metrics?from=2012-01-01&to=" + asOf + "&asOf=" + asOf + "&horizonDays=" + row.lag() + region)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        String what = row.group() + " at lag " + row.lag() + " as of " + asOf;
        assertEquals(row.inquiries(), total.getInt("total.inquiries"), what);
        assertEquals(row.deals(), total.getInt("total.deals"), what);
        double reference = row.figure();
        double estimate = total.getDouble("total.conversionRate.matured.estimate");
        double part = region.isEmpty() ? PART : PART_OF_A_BOROUGH;
        double near = part * reference + AN_INQUIRY / row.inquiries();
        double others = DEALS_OF_OTHERS / (DEALS_OF_OTHERS + reference * row.inquiries());
        double drawn = region.isEmpty() ? 0 : others * Math.abs(city - reference);
        assertEquals(reference, estimate, near + drawn, what);
        assertTrue(total.getDouble("total.conversionRate.matured.low") <= reference + drawn, what);
        assertTrue(total.getDouble("total.conversionRate.matured.high") >= reference - drawn, what);
    }

    private static void post(TestWorkspace workspace) throws IOException {
        List<String> inquiries = new ArrayList<>();
        List<String> deals = new ArrayList<>();
        List<String> lines = lines("dob_violations_2012_2017.csv");
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", -1);
            inquiries.add("{\"externalId\":\"v" + i + "\",\"campaignExternalId\":\"city\",\"receivedAt\":\"" + cells[0]
                    + "T00:00:00Z\",\"region\":\"" + cells[2] + "\"}");
            if (!cells[1].isEmpty()) {
                deals.add("{\"externalId\":\"d" + i + "\",\"inquiryExternalId\":\"v" + i + "\",\"closedAt\":\""
                        + cells[1] + "T00:00:00Z\",\"revenue\":1,\"margin\":1}");
            }
        }
        workspace
                .postLines("/inquiries/batch", inquiries)
                .then()
                .statusCode(207)
                .body("created", equalTo(inquiries.size()));
        workspace.postLines("/deals/batch", deals).then().statusCode(207).body("created", equalTo(deals.size()));
    }

    private static List<Row> reference(String asOf) throws IOException {
        return lines("km_dob_asof_" + asOf + ".csv").stream()
                .map(line -> line.split(","))
                .map(cells -> new Row(
                        cells[0],
                        Integer.parseInt(cells[1]),
                        Integer.parseInt(cells[2]),
                        Integer.parseInt(cells[3]),
                        Double.parseDouble(cells[4]),
                        new String[] {cells[5], cells[6], cells[7], cells[8]}))
                .toList();
    }

    /** The lines of a resource without its heading. */
    private static List<String> lines(String name) throws IOException {
        try (var in = ReferenceDataTest.class.getResourceAsStream("/reference/" + name)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(1, lines.size());
        }
    }
}
