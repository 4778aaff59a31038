package dev.leadline.ledger.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.Filter;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.segment.Segmenter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Counts are kept from one state of the records to the next. Over random histories whose days change, gain cells never seen before and
 * see campaigns change, every answer is that of someone who kept nothing.
 */
class CountCacheTest {

    private static final int FIRST = Math.toIntExact(LocalDate.of(2026, 1, 1).toEpochDay());
    private static final int DAYS = 12;
    private static final int CAMPAIGNS = 5;
    private static final int INQUIRIES_OF_A_DAY = 250;
    private static final List<List<Dimension>> CUTS = List.of(
            List.of(),
            List.of(Dimension.PRODUCT),
            List.of(Dimension.REGION),
            List.of(Dimension.PRODUCT, Dimension.MARKET_SEGMENT),
            List.of(Dimension.CAMPAIGN, Dimension.REGION, Dimension.INDUSTRY));

    private final CellDictionary vocabulary = new CellDictionary();
    private final NavigableMap<Integer, DayRecords> days = new TreeMap<>();
    /** By day one for each inquiry that is valid on the last day. */
    private final Map<Integer, List<String>> regionsOfValid = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void given_a_random_history_when_asked_after_each_change_then_as_if_nothing_had_been_kept(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<CampaignRow> campaigns = begin(random);
        CountCache kept = CountCache.of(vocabulary, campaigns, null);
        for (int step = 0; step < 40; step++) {
            change(random.nextInt(DAYS), step % 5 == 0 ? 6 : 3, random);
            campaigns = step % 9 == 8 ? campaigns(random) : campaigns;
            kept = CountCache.of(vocabulary, campaigns, kept);
            int last = 1 + random.nextInt(DAYS - 1);
            int from = random.nextInt(last);
            int to = from + random.nextInt(last - from + 1);
            CountCache anew = CountCache.of(vocabulary, campaigns, null);
            for (List<Dimension> grouping : CUTS) {
                Filter filter = random.nextBoolean()
                        ? Filter.NONE
                        : new Filter(Map.of(Dimension.REGION, Set.of("region 0", "region 1")));
                assertEquals(
                        said(ledger(anew, last), grouping, filter, from, to),
                        said(ledger(kept, last), grouping, filter, from, to));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8})
    void given_days_that_are_kept_when_counted_by_region_then_as_counted_one_by_one(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<CampaignRow> campaigns = begin(random);
        CountCache counted = CountCache.of(vocabulary, campaigns, null);
        for (int step = 0; step < 10; step++) {
            change(random.nextInt(DAYS), 3, random);
            counted = CountCache.of(vocabulary, campaigns, counted);
            for (SegmentLedger segment :
                    Segmenter.of(ledger(counted, DAYS - 1), List.of(Dimension.REGION), Filter.NONE, 0, DAYS - 1)) {
                String region = segment.segment().values().get(Dimension.REGION);
                for (int day = 0; day < DAYS; day++) {
                    assertEquals(
                            regionsOfValid.get(day).stream()
                                    .filter(region::equals)
                                    .count(),
                            segment.inquiries(day));
                }
            }
        }
    }

    @Test
    void given_a_day_asked_for_before_when_asked_again_then_it_is_not_counted_again() {
        SplittableRandom random = new SplittableRandom(9);
        List<CampaignRow> campaigns = campaigns(random);
        change(0, 3, random);
        CountCache counted = CountCache.of(vocabulary, campaigns, null);
        InquiryRows rows = days.get(FIRST).inquiries();
        EnumSet<Dimension> grouping = EnumSet.of(Dimension.PRODUCT);
        int[] counts = counted.parts(grouping).counts(rows);
        vocabulary.cell(campaigns.get(0).id(), "a region never seen", null, null);

        assertSame(
                counts,
                CountCache.of(vocabulary, campaigns, counted).parts(grouping).counts(rows));
    }

    @Test
    void given_an_older_state_when_asked_after_a_newer_one_with_a_new_part_then_as_if_nothing_had_been_kept() {
        SplittableRandom random = new SplittableRandom(10);
        List<CampaignRow> campaigns = begin(random);
        CountCache olderCounts = CountCache.of(vocabulary, campaigns, null);
        Ledger older = ledger(olderCounts, DAYS - 1);
        String expected = said(
                ledger(CountCache.of(vocabulary, campaigns, null), DAYS - 1),
                List.of(Dimension.REGION),
                Filter.NONE,
                0,
                DAYS - 1);
        vocabulary.cell(campaigns.get(0).id(), "a region never seen", null, null);
        Ledger newer = ledger(CountCache.of(vocabulary, campaigns, olderCounts), DAYS - 1);

        assertEquals(expected, said(newer, List.of(Dimension.REGION), Filter.NONE, 0, DAYS - 1));
        assertEquals(expected, said(older, List.of(Dimension.REGION), Filter.NONE, 0, DAYS - 1));
    }

    /** Fills all days; the campaigns that they are of. */
    private List<CampaignRow> begin(SplittableRandom random) {
        IntStream.range(0, DAYS).forEach(day -> change(day, 3, random));
        return campaigns(random);
    }

    private Ledger ledger(CountCache counts, int last) {
        return new Ledger(counts, days, LocalDate.ofEpochDay(FIRST), LocalDate.ofEpochDay(FIRST + last));
    }

    /** Another product for each campaign each time. */
    private static List<CampaignRow> campaigns(SplittableRandom random) {
        List<CampaignRow> campaigns = new ArrayList<>();
        for (int i = 0; i < CAMPAIGNS; i++) {
            UUID id = new UUID(7, i);
            String[] values = new String[Dimension.values().length];
            values[Dimension.PRODUCT.ordinal()] = "product " + random.nextInt(3);
            values[Dimension.REGION.ordinal()] = "home";
            values[Dimension.CAMPAIGN.ordinal()] = id.toString();
            campaigns.add(new CampaignRow(id, "Campaign " + i, FIRST, values));
        }
        return campaigns;
    }

    /** @param regions that inquiries may name, beside none */
    private void change(int day, int regions, SplittableRandom random) {
        DayRecordsBuilder builder = new DayRecordsBuilder(vocabulary, FIRST + day);
        List<String> valid = new ArrayList<>();
        for (int i = 0; i < INQUIRIES_OF_A_DAY; i++) {
            int named = random.nextInt(regions + 1);
            String region = named == regions ? null : "region " + named;
            String industry = random.nextInt(4) == 0 ? "industry " + random.nextInt(3) : null;
            String segment = random.nextBoolean() ? "segment " + random.nextInt(2) : null;
            int cell = vocabulary.cell(new UUID(7, random.nextInt(CAMPAIGNS)), region, industry, segment);
            int invalidFrom = random.nextInt(20) > 0 ? DayRecords.NEVER : FIRST + day + random.nextInt(DAYS);
            builder.inquiry(cell, invalidFrom, FIRST + day);
            if (invalidFrom > FIRST + DAYS - 1) {
                valid.add(region == null ? "home" : region);
            }
        }
        for (int i = 0; i < CAMPAIGNS; i++) {
            String region = random.nextInt(4) == 0 ? "region 0" : null;
            builder.spend(vocabulary.cell(new UUID(7, i), region, null, null), random.nextInt(10_000_000), FIRST + day);
        }
        days.put(FIRST + day, builder.build());
        regionsOfValid.put(day, valid);
    }

    private static String said(Ledger ledger, List<Dimension> grouping, Filter filter, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (SegmentLedger segment : Segmenter.of(ledger, grouping, filter, from, to)) {
            text.append(segment.segment())
                    .append(' ')
                    .append(segment.windowSpend())
                    .append(segment.costIsAllocated());
            for (int day = 0; day < ledger.days(); day++) {
                text.append(" %d/%d/%.6f"
                        .formatted(segment.inquiries(day), segment.invalidInquiries(day, day), segment.spend(day)));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
