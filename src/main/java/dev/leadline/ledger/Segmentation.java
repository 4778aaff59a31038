package dev.leadline.ledger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts a ledger into segments. Spend whose row names all that the cut needs is direct; other spend is shared between the
 * segments that its campaign's valid inquiries of the window fall into, in proportion to them.
 */
public final class Segmentation {

    private final Ledger ledger;
    private final int from;
    private final int to;
    /** The grouping and what is filtered by: spend must be shared over both before the filter drops a part. */
    private final Set<Dimension> cut;

    private final Map<Segment, SegmentLedgerBuilder> segments = new LinkedHashMap<>();
    /** By cell the segment it belongs to; null where the filter drops it. */
    private final SegmentLedgerBuilder[] segmentOfCell;
    /** By cell the part of the finer cut it belongs to. */
    private final Segment[] partOfCell;

    private Segmentation(Ledger ledger, List<Dimension> groupBy, Filter filter, int from, int to) {
        this.ledger = ledger;
        this.from = Math.max(0, from);
        this.to = Math.min(to, ledger.days() - 1);
        this.cut = EnumSet.noneOf(Dimension.class);
        cut.addAll(groupBy);
        cut.addAll(filter.dimensions());
        int cells = ledger.cells.size();
        this.segmentOfCell = new SegmentLedgerBuilder[cells];
        this.partOfCell = new Segment[cells];
        Map<Segment, Segment> parts = new HashMap<>();
        for (int cell = 0; cell < cells; cell++) {
            Segment part = segment(cell, cut);
            partOfCell[cell] = parts.computeIfAbsent(part, p -> p);
            if (filter.accepts(part)) {
                segmentOfCell[cell] =
                        segments.computeIfAbsent(segment(cell, groupBy), key -> new SegmentLedgerBuilder(key, ledger));
            }
        }
    }

    /**
     * The segments of a grouping that have any record, as of the ledger's day, in an order that depends on their values alone:
     * what is summed over them must not depend on the order in which the database gave its rows.
     *
     * @param groupBy the dimensions of a segment; none: one segment, the total
     * @param filter which records count
     * @param from first day of the window, an index of the ledger
     * @param to last day of the window
     */
    public static List<SegmentLedger> of(Ledger ledger, List<Dimension> groupBy, Filter filter, int from, int to) {
        Segmentation segmentation = new Segmentation(ledger, groupBy, filter, from, to);
        segmentation.addInquiries();
        segmentation.addSpend(groupBy, filter);
        segmentation.addDeals();
        segmentation.addResponses();
        return segmentation.segments.values().stream()
                .filter(Segmentation::hasRecords)
                .sorted((a, b) -> Segment.BY_VALUES.compare(a.segment, b.segment))
                .map(SegmentLedgerBuilder::build)
                .toList();
    }

    /** Everything that passes a filter, as one segment; there even where no record is. */
    public static SegmentLedger total(Ledger ledger, Filter filter, int from, int to) {
        List<SegmentLedger> found = of(ledger, List.of(), filter, from, to);
        return found.isEmpty() ? new SegmentLedgerBuilder(Segment.TOTAL, ledger).build() : found.get(0);
    }

    private static boolean hasRecords(SegmentLedgerBuilder segment) {
        for (int day = 0; day < segment.inquiries.length; day++) {
            if (segment.inquiries[day] > 0 || segment.invalid[day] > 0 || segment.spend[day] > 0) {
                return true;
            }
        }
        return false;
    }

    private Segment segment(int cell, Iterable<Dimension> dimensions) {
        Map<Dimension, String> values = new EnumMap<>(Dimension.class);
        for (Dimension dimension : dimensions) {
            values.put(dimension, ledger.cells.value(dimension, ledger.cells.code(cell, dimension)));
        }
        String campaign = values.get(Dimension.CAMPAIGN);
        return new Segment(values, campaign == null ? null : ledger.campaignNames.get(campaign));
    }

    private void addInquiries() {
        for (int row = 0; row < ledger.inquiryDay.size(); row++) {
            SegmentLedgerBuilder segment = segmentOfCell[ledger.inquiryCell.get(row)];
            if (segment != null) {
                segment.inquiries[ledger.inquiryDay.get(row)] += ledger.inquiryValid.get(row);
                segment.invalid[ledger.inquiryDay.get(row)] += ledger.inquiryInvalid.get(row);
                segment.inquiryRows.add(row);
            }
        }
    }

    private void addDeals() {
        for (int deal = 0; deal < ledger.deals.size(); deal++) {
            SegmentLedgerBuilder segment = segmentOfCell[ledger.deals.cell.get(deal)];
            if (segment != null) {
                segment.deals.add(deal);
            }
        }
    }

    private void addResponses() {
        for (int row = 0; row < ledger.responses.size(); row++) {
            SegmentLedgerBuilder segment = segmentOfCell[ledger.responses.cell.get(row)];
            if (segment != null) {
                segment.responses.add(row);
            }
        }
    }

    private void addSpend(List<Dimension> groupBy, Filter filter) {
        long[] inquiries = inquiriesOfWindow();
        Map<Integer, List<Integer>> cells = inquiringCells(inquiries);
        List<SpendShares> shares = new ArrayList<>();
        for (Ledger.SpendKey key : ledger.spendKeys) {
            shares.add(shares(key, cells.getOrDefault(key.campaign(), List.of()), inquiries, groupBy, filter));
        }
        Money.Sum[] sums = new Money.Sum[shares.size()];
        java.util.Arrays.setAll(sums, i -> new Money.Sum());
        for (int row = 0; row < ledger.spendDay.size(); row++) {
            int key = ledger.spendKey.get(row);
            int day = ledger.spendDay.get(row);
            long units = ledger.spendAmount.get(row);
            shares.get(key).addDay(day, Money.approximate(units));
            if (day >= from && day <= to) {
                sums[key].add(units);
            }
        }
        for (int key = 0; key < sums.length; key++) {
            shares.get(key).addWindow(sums[key].units());
        }
    }

    /** Valid inquiries of the window by cell. */
    private long[] inquiriesOfWindow() {
        long[] counts = new long[ledger.cells.size()];
        for (int row = 0; row < ledger.inquiryDay.size(); row++) {
            int day = ledger.inquiryDay.get(row);
            if (day >= from && day <= to) {
                counts[ledger.inquiryCell.get(row)] += ledger.inquiryValid.get(row);
            }
        }
        return counts;
    }

    /** By campaign its cells with inquiries. */
    private Map<Integer, List<Integer>> inquiringCells(long[] inquiries) {
        Map<Integer, List<Integer>> cells = new HashMap<>();
        for (int cell = 0; cell < inquiries.length; cell++) {
            if (inquiries[cell] > 0) {
                cells.computeIfAbsent(ledger.campaignOfCell.get(cell), c -> new ArrayList<>())
                        .add(cell);
            }
        }
        return cells;
    }

    /** How the spend of a key is shared: by inquiries where there are any, else it all goes to the target. */
    private SpendShares shares(
            Ledger.SpendKey key, List<Integer> cells, long[] inquiries, List<Dimension> groupBy, Filter filter) {
        Map<Segment, SpendShares.Part> parts = new HashMap<>();
        List<SpendShares.Share> shares = cells.stream()
                .filter(cell -> matches(key, cell))
                .sorted(ledger.cells.byValues())
                .map(cell -> new SpendShares.Share(
                        parts.computeIfAbsent(partOfCell[cell], part -> new SpendShares.Part(segmentOfCell[cell])),
                        inquiries[cell]))
                .toList();
        if (!shares.isEmpty()) {
            return new SpendShares(shares);
        }
        Segment target = target(key);
        return new SpendShares(List.of(new SpendShares.Share(
                new SpendShares.Part(filter.accepts(target) ? segmentOf(target, groupBy) : null), 0)));
    }

    private boolean matches(Ledger.SpendKey key, int cell) {
        return named(key.region(), Dimension.REGION, cell)
                && named(key.industry(), Dimension.INDUSTRY, cell)
                && named(key.marketSegment(), Dimension.MARKET_SEGMENT, cell);
    }

    private boolean named(String name, Dimension dimension, int cell) {
        return name == null || name.equals(ledger.cells.value(dimension, ledger.cells.code(cell, dimension)));
    }

    /** What a campaign targets, with what the spend's rows name in its place. */
    private Segment target(Ledger.SpendKey key) {
        Map<Dimension, String> values = new EnumMap<>(Dimension.class);
        values.putAll(segment(ledger.targetCell[key.campaign()], cut).values());
        name(values, Dimension.REGION, key.region());
        name(values, Dimension.INDUSTRY, key.industry());
        name(values, Dimension.MARKET_SEGMENT, key.marketSegment());
        return new Segment(values, null);
    }

    private static void name(Map<Dimension, String> values, Dimension dimension, String name) {
        if (name != null && values.containsKey(dimension)) {
            values.put(dimension, name);
        }
    }

    private SegmentLedgerBuilder segmentOf(Segment part, List<Dimension> groupBy) {
        Map<Dimension, String> values = new EnumMap<>(Dimension.class);
        groupBy.forEach(dimension -> values.put(dimension, part.values().get(dimension)));
        String campaign = values.get(Dimension.CAMPAIGN);
        Segment segment = new Segment(values, campaign == null ? null : ledger.campaignNames.get(campaign));
        return segments.computeIfAbsent(segment, key -> new SegmentLedgerBuilder(key, ledger));
    }
}
