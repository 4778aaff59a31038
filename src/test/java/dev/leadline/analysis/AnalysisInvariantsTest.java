package dev.leadline.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.leadline.analysis.estimate.PeerGroup;
import dev.leadline.analysis.estimate.SegmentContext;
import dev.leadline.analysis.estimate.SegmentEstimates;
import dev.leadline.analysis.query.QueryFixture;
import dev.leadline.analysis.segmentation.Segmentation;
import dev.leadline.analysis.stability.Stability;
import dev.leadline.analysis.stability.WorkspaceWeeks;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.DealCursor;
import dev.leadline.ledger.segment.Filter;
import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.ledger.store.LedgerFixture;
import dev.leadline.ledger.store.LedgerFixture.Own;
import dev.leadline.platform.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of any history, on seeded random ones of 200 days. */
class AnalysisInvariantsTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 3, 1);
    private static final int DAYS = 200;
    private static final LocalDate LAST = FIRST.plusDays(DAYS - 1L);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void segments_sum_to_the_total(long seed) {
        Ledger ledger = history(seed, 0, DAYS).asOf(LAST);
        for (QueryFixture query : List.of(
                new QueryFixture().groupBy(Dimension.REGION),
                new QueryFixture().groupBy(Dimension.REGION, Dimension.INDUSTRY),
                new QueryFixture().groupBy(Dimension.CAMPAIGN, Dimension.MARKET_SEGMENT),
                new QueryFixture().groupBy(Dimension.PRODUCT).filter(filter(Dimension.REGION, "r0", null)),
                new QueryFixture().groupBy(Dimension.INDUSTRY).filter(filter(Dimension.INDUSTRY, "i1")),
                new QueryFixture().groupBy(Dimension.REGION).filter(filter(Dimension.INDUSTRY, "i0", "i2")))) {
            Segmentation segmentation =
                    Segmentation.of(query.query(FIRST.plusDays(40), LAST.minusDays(30), LAST), ledger);

            Sums segments = new Sums();
            segmentation.segments().forEach(segment -> segments.add(segmentation, segment));
            Sums total = new Sums();
            total.add(segmentation, segmentation.total());

            assertEquals(total.toString(), segments.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void records_of_later_days_change_nothing(long seed) {
        LocalDate asOf = FIRST.plusDays(149);

        assertEquals(
                answer(history(seed, 0, 150).asOf(asOf), asOf),
                answer(history(seed, 0, DAYS).asOf(asOf), asOf));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void a_later_ledger_asked_for_an_earlier_day_answers_the_same(long seed) {
        LocalDate asOf = FIRST.plusDays(149);

        assertEquals(
                answer(history(seed, 0, DAYS).asOf(asOf), asOf),
                answer(history(seed, 0, DAYS).asOf(LAST), asOf));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void the_order_in_which_records_are_read_changes_nothing(long seed) {
        LedgerFixture oneWay = history(seed, 0, DAYS);
        LedgerFixture otherWay = history(seed, 100, DAYS);

        assertEquals(answer(oneWay.asOf(LAST), LAST), answer(otherWay.asOf(LAST), LAST));
    }

    /** All estimates and verdicts by region, as text. */
    private static String answer(Ledger ledger, LocalDate asOf) {
        Segmentation segmentation =
                Segmentation.of(new QueryFixture().groupBy(Dimension.REGION).query(FIRST, asOf, asOf), ledger);
        PeerGroup peerGroup = segmentation.peerGroup();
        List<String> lines = new ArrayList<>();
        for (SegmentLedger segment : segmentation.segments()) {
            SegmentEstimates estimates =
                    SegmentEstimates.of(new SegmentContext(segment, peerGroup, segmentation.window()), Omission.NONE);
            Stability stability = Stability.of(
                    segment,
                    WorkspaceWeeks.of(
                            segmentation.everything(), segmentation.window().asOf()),
                    5);
            lines.add(String.join(
                    "\n",
                    segment.segment().values().toString(),
                    segment.windowSpend().toString(),
                    estimates.costPerInquiry(0.9).toString(),
                    estimates.conversionRate(0.9).toString(),
                    estimates.projectedRoi(0.9).toString(),
                    estimates.maxAffordableCostPerInquiry(0.9).toString(),
                    stability.volume().summary().toString(),
                    stability.cost().summary().toString()));
        }
        return lines.stream().sorted().toList().toString();
    }

    /**
     * A history whose every day has its own random numbers, so that more days add records and change none.
     *
     * @param begin the day whose records are given first; those before it follow
     */
    private static LedgerFixture history(long seed, int begin, int days) {
        LedgerFixture records = new LedgerFixture();
        for (int campaign = 0; campaign < 4; campaign++) {
            records.campaign(
                    "c" + campaign,
                    Map.of(Dimension.PRODUCT, "p" + campaign % 2, Dimension.REGION, "r" + campaign % 3));
        }
        for (int i = 0; i < days; i++) {
            addDay(records, seed, (i + begin) % days, days);
        }
        return records;
    }

    private static void addDay(LedgerFixture records, long seed, int day, int days) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + day);
        LocalDate date = FIRST.plusDays(day);
        for (int campaign = 0; campaign < 4; campaign++) {
            String name = "c" + campaign;
            String amount = BigDecimal.valueOf(random.nextInt(1_000_000), 4).toPlainString();
            Own named = random.nextInt(3) == 0 ? Own.region("r" + random.nextInt(3)) : Own.NOTHING;
            records.spend(name, date, named, amount);
            for (int inquiry = random.nextInt(5); inquiry > 0; inquiry--) {
                Own own = new Own(
                        random.nextBoolean() ? "r" + random.nextInt(3) : null,
                        random.nextBoolean() ? "i" + random.nextInt(3) : null,
                        random.nextBoolean() ? "m" + random.nextInt(2) : null);
                records.inquiries(name, date, own, 1, random.nextInt(10) == 0 ? 1 : 0);
                int lag = random.nextInt(60);
                boolean cancelled = random.nextInt(5) == 0;
                String margin = String.valueOf(random.nextInt(1_000) - 50);
                if (random.nextInt(6) == 0 && day + lag < days) {
                    records.deal(
                            name,
                            own,
                            "day " + day + " " + campaign + " " + inquiry,
                            date,
                            lag,
                            margin,
                            cancelled ? date.plusDays(lag + 20L) : null);
                }
            }
        }
    }

    private static Filter filter(Dimension dimension, String... values) {
        return new Filter(Map.of(dimension, new HashSet<>(Arrays.asList(values))));
    }

    /** Counts and exact money of a window. */
    private static final class Sums {
        private long inquiries;
        private long invalid;
        private long deals;
        private final Money.Sum margin = new Money.Sum();
        private BigDecimal spend = BigDecimal.ZERO;

        void add(Segmentation segmentation, SegmentLedger segment) {
            inquiries += segment.inquiries(
                    segmentation.window().from(), segmentation.window().to());
            invalid += segment.invalidInquiries(
                    segmentation.window().from(), segmentation.window().to());
            spend = spend.add(segment.windowSpend());
            for (DealCursor deal = segment.deals(segmentation.window().asOf(), Omission.NONE); deal.next(); ) {
                deals += deal.isFirst() ? 1 : 0;
                margin.add(deal.marginUnits());
            }
        }

        @Override
        public String toString() {
            return inquiries + " inquiries, " + invalid + " invalid, " + deals + " deals, margin " + margin.amount()
                    + ", spend " + spend.stripTrailingZeros().toPlainString();
        }
    }
}
