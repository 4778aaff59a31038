package dev.leadline.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What is asked of the service, and the bare group-by that somebody without it would write instead: valid inquiries by segment
 * and day, spend and deals by segment, all of 730 days. It has no estimates, no intervals and no past weeks.
 */
record Question(String name, String path, List<String> dimensions) {

    static final String WORKSPACE = "default";

    private static final String WINDOW = "day between date '" + Rows.FIRST_DAY + "' and date '" + Rows.LAST_DAY + "'";

    static final List<Question> ALL = List.of(
            metrics("region", List.of("coalesce(r.region, c.region)")),
            metrics(
                    "channel,priceTier,marketSegment",
                    List.of("c.channel", "c.price_tier", "coalesce(r.market_segment, c.market_segment)")),
            new Question(
                    "/recommendations by product",
                    "/api/v1/recommendations?groupBy=product&asOf=" + Rows.LAST_DAY,
                    List.of("c.product")));

    private static Question metrics(String groupBy, List<String> dimensions) {
        return new Question(
                "/metrics by " + groupBy.replace(",", ", "),
                "/api/v1/metrics?groupBy=" + groupBy + "&from=" + Rows.FIRST_DAY + "&to=" + Rows.LAST_DAY + "&asOf="
                        + Rows.LAST_DAY,
                dimensions);
    }

    /** @param scope of each table's rows and those of the campaigns, as {@code r} and {@code c} */
    List<String> statements(String scope) {
        String segment = String.join(", ", dimensions);
        return List.of(
                """
                select %s, r.day, count(*) from inquiry r join campaign c on c.id = r.campaign_id
                where %s and not r.test and r.status <> 'INVALID' and r.%s group by %s
                """.formatted(segment, scope, WINDOW, numbered(dimensions.size() + 1)),
                """
                select %s, sum(r.amount) from spend_day r join campaign c on c.id = r.campaign_id
                where %s and r.%s group by %s
                """.formatted(ofSpend(segment), scope, WINDOW, numbered(dimensions.size())),
                """
                select %s, count(*), sum(r.revenue), sum(r.margin) from deal r join campaign c on c.id = r.campaign_id
                where %s and r.status = 'WON' and r.cohort_%s and r.closed_day <= date '%s' group by %s
                """.formatted(segment, scope, WINDOW, Rows.LAST_DAY, numbered(dimensions.size())));
    }

    /** Spend says '' where it names no dimension. */
    private static String ofSpend(String segment) {
        return segment.replace("coalesce(r.region,", "coalesce(nullif(r.region, ''),")
                .replace("coalesce(r.market_segment,", "coalesce(nullif(r.market_segment, ''),");
    }

    private static String numbered(int columns) {
        return IntStream.rangeClosed(1, columns).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    }
}
