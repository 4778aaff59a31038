package dev.leadline.ledger.segment;

import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.store.Cells;
import dev.leadline.ledger.store.InquiryRows;
import dev.leadline.ledger.store.IntColumn;
import dev.leadline.ledger.store.Ledger;
import dev.leadline.ledger.store.Partition;
import dev.leadline.ledger.store.SpendRows;
import dev.leadline.platform.concurrent.InParallel;
import dev.leadline.platform.money.Money;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Divides a ledger into segments. Spend whose row names all that the grouping needs is direct; other spend is shared between the
 * segments that its campaign's valid inquiries of the window fall into, in proportion to them.
 */
public final class Segmenter {

    private final Ledger ledger;
    private final Cells cells;
    private final int from;
    private final int to;

    private final List<SegmentSums> segments = new ArrayList<>();
    /** By the dimensions of the grouping and of the filter. */
    private final Partition parts;
    /** By part its segment's place in {@code segments}; -1 where the filter drops it. */
    private final int[] segmentOfPart;
    /** By cell its segment's place; -1 where the filter drops it. */
    private final int[] segmentOfCell;
    /** The campaigns with spend on record, be it 0. */
    private final BitSet campaignsWithSpend = new BitSet();

    private Segmenter(Ledger ledger, List<Dimension> groupBy, Filter filter, boolean rest, int from, int to) {
        this.ledger = ledger;
        this.cells = ledger.cells();
        this.from = Math.max(0, from);
        this.to = Math.min(to, ledger.days() - 1);
        EnumSet<Dimension> grouping = dimensions(groupBy, filter);
        this.parts = ledger.parts(grouping);
        this.segmentOfPart = new int[parts.size()];
        Map<Segment, Integer> places = new HashMap<>();
        for (int part = 0; part < segmentOfPart.length; part++) {
            int cell = parts.cellOf(part);
            Segment whole = segment(cell, grouping);
            segmentOfPart[part] = rest
                    ? places.computeIfAbsent(segment(cell, unjoined(whole, groupBy, filter)), this::open)
                    : filter.accepts(whole) ? places.computeIfAbsent(segment(cell, groupBy), this::open) : -1;
        }
        int[] partOfCell = parts.ofCell();
        this.segmentOfCell = new int[partOfCell.length];
        for (int cell = 0; cell < segmentOfCell.length; cell++) {
            segmentOfCell[cell] = segmentOfPart[partOfCell[cell]];
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
        return segments(new Segmenter(ledger, groupBy, filter, false, from, to), ledger);
    }

    /**
     * The segments of a grouping that pass a filter, and beside them the rest of the workspace, divided alike: by the grouping and
     * by what the filter names. So a segment stands among the same others whether it is grouped by a value or asked for by it. Where
     * the filter takes several values of a dimension that is not grouped by, these are one segment, without a value of it.
     *
     * @param groupBy the dimensions of a segment beside those of the filter
     * @param filter which segments are asked for: those it {@link Filter#accepts(Segment) accepts}
     * @param from first day of the window, an index of the ledger
     * @param to last day of the window
     */
    public static List<SegmentLedger> withRest(
            Ledger ledger, List<Dimension> groupBy, Filter filter, int from, int to) {
        return segments(new Segmenter(ledger, groupBy, filter, true, from, to), ledger);
    }

    /** Into how many parts the workspace is divided by a grouping and by what a filter names. */
    public static int parts(Ledger ledger, List<Dimension> groupBy, Filter filter) {
        return ledger.parts(dimensions(groupBy, filter)).size();
    }

    private static EnumSet<Dimension> dimensions(List<Dimension> groupBy, Filter filter) {
        EnumSet<Dimension> dimensions = EnumSet.noneOf(Dimension.class);
        dimensions.addAll(groupBy);
        dimensions.addAll(filter.dimensions());
        return dimensions;
    }

    private static List<SegmentLedger> segments(Segmenter segmentation, Ledger ledger) {
        segmentation.addRecords();
        SegmentRows rows = new SegmentRows(ledger, segmentation.segmentOfCell, segmentation.segments.size());
        return segmentation.segments.stream()
                .filter(SegmentSums::hasRecords)
                .sorted((a, b) -> Segment.BY_VALUES.compare(a.segment, b.segment))
                .map(segment -> new SegmentLedger(segment, segment.isFree(segmentation.from, segmentation.to), rows))
                .toList();
    }

    /** Everything that passes a filter, as one segment; there even where no record is. */
    public static SegmentLedger total(Ledger ledger, Filter filter, int from, int to) {
        List<SegmentLedger> found = of(ledger, List.of(), filter, from, to);
        return found.isEmpty()
                ? new SegmentLedger(new SegmentSums(Segment.TOTAL, 0, ledger), false, SegmentRows.none(ledger))
                : found.get(0);
    }

    /** The dimensions of which a segment keeps its value: not those of which a filter takes several together. */
    private static List<Dimension> unjoined(Segment whole, List<Dimension> groupBy, Filter filter) {
        return whole.values().entrySet().stream()
                .filter(of -> groupBy.contains(of.getKey()) || !filter.joins(of.getKey(), of.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private int open(Segment segment) {
        segments.add(new SegmentSums(segment, segments.size(), ledger));
        return segments.size() - 1;
    }

    private Segment segment(int cell, Iterable<Dimension> dimensions) {
        Map<Dimension, String> values = new EnumMap<>(Dimension.class);
        for (Dimension dimension : dimensions) {
            values.put(dimension, cells.value(dimension, cell));
        }
        return new Segment(values, values.containsKey(Dimension.CAMPAIGN) ? cells.campaignName(cell) : null);
    }

    /** Counts inquiries on all processors, some days each: where nothing is kept of them, they are the bulk of it. */
    private void addRecords() {
        List<Runnable> tasks = new ArrayList<>();
        tasks.add(parts.areOfCampaigns() ? this::addWholeSpend : this::addSharedSpend);
        tasks.add(this::addDeals);
        int blocks = 2 * Runtime.getRuntime().availableProcessors();
        for (int block = 0; block < blocks; block++) {
            int first = block * ledger.days() / blocks;
            int last = (block + 1) * ledger.days() / blocks - 1;
            tasks.add(() -> addInquiries(first, last));
        }
        InParallel.run(tasks);
        forgetZerosBesideUnknownSpend();
    }

    /** That one campaign cost nothing does not say that another one did, which has inquiries and no spend on record. */
    private void forgetZerosBesideUnknownSpend() {
        if (segments.stream().noneMatch(segment -> segment.isFree(from, to))) {
            return;
        }
        int[] valid = ledger.validOfCell();
        for (int cell = 0; cell < valid.length; cell++) {
            if (valid[cell] > 0 && segmentOfCell[cell] >= 0 && !campaignsWithSpend.get(cells.campaign(cell))) {
                segments.get(segmentOfCell[cell]).zeroSpend.clear();
            }
        }
    }

    private void addInquiries(int first, int last) {
        long[] counts = new long[segments.size()];
        for (int day = first; day <= last; day++) {
            InquiryRows rows = ledger.records(day).inquiries();
            parts.visit(rows, (part, count) -> count(counts, part, count));
            for (int row = rows.permanentlyValid(); row < rows.size(); row++) {
                addInvalid(day, rows, row, counts);
            }
            for (int segment = 0; segment < counts.length; segment++) {
                segments.get(segment).inquiries[day] = counts[segment];
                counts[segment] = 0;
            }
        }
    }

    private void count(long[] counts, int part, int count) {
        int segment = segmentOfPart[part];
        if (segment >= 0) {
            counts[segment] += count;
        }
    }

    private void addInvalid(int day, InquiryRows rows, int row, long[] counts) {
        int segment = segmentOfCell[rows.cell()[row]];
        if (segment >= 0) {
            int valid = rows.valid(row, ledger.lastDay());
            counts[segment] += valid;
            segments.get(segment).invalid[day] += rows.count()[row] - valid;
        }
    }

    private void addDeals() {
        if (segments.size() == 1 && IntStream.of(segmentOfPart).allMatch(segment -> segment == 0)) {
            segments.get(0).deals = ledger.deals();
            return;
        }
        List<IntColumn> dealsOfSegment =
                Stream.generate(IntColumn::new).limit(segments.size()).toList();
        for (int deal = 0; deal < ledger.deals().size(); deal++) {
            int segment = segmentOfCell[ledger.deals().cell[deal]];
            if (segment >= 0) {
                dealsOfSegment.get(segment).add(deal);
            }
        }
        InParallel.run(segments.stream()
                .<Runnable>map(segment -> () -> segment.deals =
                        ledger.deals().select(dealsOfSegment.get(segment.number).toArray()))
                .toList());
    }

    /** Spend of a campaign that lies in one part goes there, with or without inquiries. */
    private void addWholeSpend() {
        for (int day = 0; day < ledger.days(); day++) {
            SpendRows rows = ledger.records(day).spend();
            for (int row = 0; row < rows.size(); row++) {
                int segment = segmentOfCell[rows.cell()[row]];
                campaignsWithSpend.set(cells.campaign(rows.cell()[row]));
                if (segment >= 0) {
                    long units = rows.amount()[row];
                    if (units == 0) {
                        segments.get(segment).zeroSpend.set(day);
                    }
                    segments.get(segment).spend[day] += Money.approximate(units);
                    if (day >= from && day <= to) {
                        segments.get(segment).windowSpend.add(units);
                    }
                }
            }
        }
    }

    /** Other spend is shared by the valid inquiries of the window. */
    private void addSharedSpend() {
        SpendAllocator sharing =
                new SpendAllocator(cells, parts, segmentOfPart, ledger.validOfPlace(from, to), ledger.days());
        for (int day = 0; day < ledger.days(); day++) {
            SpendRows rows = ledger.records(day).spend();
            for (int row = 0; row < rows.size(); row++) {
                campaignsWithSpend.set(cells.campaign(rows.cell()[row]));
                SpendAllocation shares = sharing.of(rows.cell()[row]);
                shares.spend(day, Money.approximate(rows.amount()[row]));
                if (day >= from && day <= to) {
                    shares.window.add(rows.amount()[row]);
                }
            }
        }
        for (SpendAllocation shares : sharing.all()) {
            shares.shareDays(segments);
            shares.shareWindow(segments);
        }
    }
}
