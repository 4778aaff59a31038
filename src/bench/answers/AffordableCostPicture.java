import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;

/**
 * Draws what an inquiry costs and the most it may cost, by product, from the recommendations of a running service: the picture of
 * {@code docs/methods/return-and-affordable-cost.md}, whose table is of the same answer.
 *
 * <pre>
 * java -cp 'target/quarkus-app/lib/main/*' src/bench/answers/AffordableCostPicture.java http://localhost:8080 $KEY \
 *     docs/methods/affordable-cost.svg
 * </pre>
 *
 * The key is of the workspace {@code demo}. More parameters of the query may follow as a last argument, {@code asOf=2026-11-22}, say.
 */
final class AffordableCostPicture {

    private static final String BLUE = "#1b6ca8";
    private static final String RED = "#c0392b";
    private static final String TEXT = "#1f2933";
    private static final String GREY = "#8a94a0";
    private static final String GRID = "#dce6ee";

    private static final int WIDTH = 760;
    private static final int LEFT = 190;
    private static final int RIGHT = 690;
    private static final int TOP = 36;
    private static final int ROW = 27;
    /** The names of the ticks, and the key below them. */
    private static final int BELOW = 36;

    private final StringBuilder svg = new StringBuilder();
    private final List<Product> products;
    private final double least;
    private final double most;

    private record Range(double low, double estimate, double high) {

        /** Where a bound is not known, it ends at the estimate. */
        static Range of(JsonNode estimate) {
            double middle = estimate.path("estimate").asDouble();
            return new Range(
                    estimate.path("low").asDouble(middle), middle, estimate.path("high").asDouble(middle));
        }
    }

    private record Product(String name, String action, Range cost, Range affordable) {

        static Product of(JsonNode item) {
            JsonNode evidence = item.path("evidence");
            return new Product(
                    item.path("segment").path("product").asText(),
                    item.path("action").asText(),
                    Range.of(evidence.path("presentCostPerInquiry")),
                    Range.of(evidence.path("maxAffordableCostPerInquiry")));
        }

        double room() {
            return affordable.estimate() / cost.estimate();
        }

        DoubleStream bounds() {
            return DoubleStream.of(cost.low(), cost.high(), affordable.low(), affordable.high());
        }
    }

    private AffordableCostPicture(List<Product> products) {
        this.products = products;
        this.least = 0.75 * bounds().min().orElseThrow();
        this.most = 1.25 * bounds().max().orElseThrow();
    }

    /** Of a margin that may be a loss, the scale shows what is above 0. */
    private DoubleStream bounds() {
        return products.stream().flatMapToDouble(Product::bounds).filter(bound -> bound > 0);
    }

    /** Takes the address of the service, a key, the file to write, and more of the query. */
    public static void main(String... arguments) throws Exception {
        String more = arguments.length > 3 ? "&" + arguments[3] : "";
        JsonNode answer = get(arguments[0] + "/api/v1/recommendations?groupBy=product" + more, arguments[1]);
        List<Product> products = StreamSupport.stream(answer.path("items").spliterator(), false)
                .map(Product::of)
                .filter(product -> product.room() > 0)
                .sorted(Comparator.comparingDouble(Product::room).reversed())
                .toList();
        Files.writeString(
                Path.of(arguments[2]),
                new AffordableCostPicture(products).draw(answer.path("currency").asText()));
    }

    private static JsonNode get(String address, String key) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + key)
                .build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(address + ": " + response.statusCode() + " " + response.body());
        }
        return new ObjectMapper().readTree(response.body());
    }

    private String draw(String currency) {
        int bottom = TOP + ROW * products.size() + ROW / 2;
        int height = bottom + BELOW;
        add(
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" \
                font-family="sans-serif" font-size="12" fill="%s">
                <title>Cost per inquiry against the most it may cost, by product</title>
                <rect width="%d" height="%d" fill="#ffffff"/>
                """,
                WIDTH, height, WIDTH, height, TEXT, WIDTH, height);
        text(12, 20, "start", TEXT, "What an inquiry costs (red) and the most it may cost (blue), " + currency
                + ", with 90 % intervals");
        for (double power = 0.01; power < most; power *= 10) {
            for (double tick : new double[] {power, 2 * power, 5 * power}) {
                if (tick > least && tick < most) {
                    line(at(tick), TOP, at(tick), bottom, GRID, 1);
                    String name = new BigDecimal(tick, new MathContext(1)).toPlainString();
                    text(at(tick), bottom + 16, "middle", GREY, name);
                }
            }
        }
        for (int row = 0; row < products.size(); row++) {
            Product product = products.get(row);
            double y = TOP + 10 + ROW * row;
            text(LEFT - 12, y + 8, "end", TEXT, product.name());
            range(product.affordable(), y, BLUE);
            range(product.cost(), y + 9, RED);
            text(RIGHT + 14, y + 8, "start", TEXT, product.action());
        }
        text(12, height - 4, "start", GREY, "Logarithmic scale. Blue to the right of red pays.");
        return svg.append("</svg>\n").toString();
    }

    /** Where a value lies across the picture, by its logarithm. */
    private double at(double value) {
        double place = Math.log(Math.max(least, value) / least) / Math.log(most / least);
        return LEFT + (RIGHT - LEFT) * place;
    }

    private void range(Range range, double y, String colour) {
        line(at(range.low()), y, at(range.high()), y, colour, 3);
        add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"/>\n", at(range.estimate()), y, colour);
    }

    private void line(double x1, double y1, double x2, double y2, String colour, int width) {
        add(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%d\"/>\n",
                x1, y1, x2, y2, colour, width);
    }

    private void text(double x, double y, String anchor, String colour, String words) {
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>\n", x, y, anchor, colour, words);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }
}
