package dev.leadline.ledger;

import dev.leadline.platform.concurrent.InParallel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts a ledger into segments. Spend whose row names all that the cut needs is direct; other spend is shared between the
 * segments that its campaign's valid inquiries of the window fall into, in proportion to them.
 */
public final class Segmentation {

    private final Ledger ledger;
    private final Cells cells;
    private final int from;
    private final int to;

    private final List<SegmentLedgerBuilder> segments = new ArrayList<>();
    /** By cell the part of the finest cut that it belongs to: by the grouping and by what is filtered. */
    private final int[] partOfCell;
    /** By part its segment's place in {@code segments}; -1 where the filter drops it. */
    private final int[] segmentOfPart;
    /** By cell its segment's place; -1 where the filter drops it. */
    private final int[] segmentOfCell;
    /** Whether all cells of a campaign fall into one part, so that counts and spend need not be told apart by cell. */
    private final boolean byCampaign;

    private Segmentation(Ledger ledger, List<Dimension> groupBy, Filter filter, int from, int to) {
        this.ledger = ledger;
        this.cells = ledger.cells;
        this.from = Math.max(0, from);
        this.to = Math.min(to, ledger.days() - 1);
        Set<Dimension> cut = EnumSet.noneOf(Dimension.class);
        cut.addAll(groupBy);
        cut.addAll(filter.dimensions());
        this.byCampaign = Cells.OF_CAMPAIGN.containsAll(cut);
        this.partOfCell = new int[cells.size()];
        int[] cellOfPart = number(cut);
        this.segmentOfPart = new int[cellOfPart.length];
        Map<Segment, Integer> places = new HashMap<>();
        for (int part = 0; part < cellOfPart.length; part++) {
            int cell = cellOfPart[part];
            segmentOfPart[part] = filter.accepts(segment(cell, cut))
                    ? places.computeIfAbsent(segment(cell, groupBy), this::open)
                    : -1;
        }
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
        Segmentation segmentation = new Segmentation(ledger, groupBy, filter, from, to);
        segmentation.addRecords();
        SegmentRows rows = new SegmentRows(ledger, segmentation.segmentOfCell, segmentation.segments.size());
        return segmentation.segments.stream()
                .filter(SegmentLedgerBuilder::hasRecords)
                .sorted((a, b) -> Segment.BY_VALUES.compare(a.segment, b.segment))
                .map(segment -> segment.build(rows))
                .toList();
    }

    /** Everything that passes a filter, as one segment; there even where no record is. */
    public static SegmentLedger total(Ledger ledger, Filter filter, int from, int to) {
        List<SegmentLedger> found = of(ledger, List.of(), filter, from, to);
        return found.isEmpty()
                ? new SegmentLedgerBuilder(Segment.TOTAL, 0, ledger).build(SegmentRows.none(ledger))
                : found.get(0);
    }

    /** Numbers the parts of a cut; by part one of its cells. */
    private int[] number(Set<Dimension> cut) {
        for (Dimension dimension : cut) {
            int[] codes = cells.codes(dimension);
            PairNumbers parts = new PairNumbers();
            for (int cell = 0; cell < partOfCell.length; cell++) {
                partOfCell[cell] = parts.of(partOfCell[cell], codes[cell]);
            }
        }
        IntColumn cellOfPart = new IntColumn();
        for (int cell = 0; cell < partOfCell.length; cell++) {
            if (partOfCell[cell] == cellOfPart.size()) {
                cellOfPart.add(cell);
            }
        }
        return cellOfPart.toArray();
    }

    private int open(Segment segment) {
        segments.add(new SegmentLedgerBuilder(segment, segments.size(), ledger));
        return segments.size() - 1;
    }

    private Segment segment(int cell, Iterable<Dimension> dimensions) {
        Map<Dimension, String> values = new EnumMap<>(Dimension.class);
        for (Dimension dimension : dimensions) {
            values.put(dimension, cells.value(dimension, cell));
        }
        return new Segment(values, values.containsKey(Dimension.CAMPAIGN) ? cells.campaignName(cell) : null);
    }

    /** Counts inquiries on all processors, some days each: they are the bulk of it. */
    private void addRecords() {
        int blocks = byCampaign ? 1 : Runtime.getRuntime().availableProcessors();
        List<long[]> inquiriesOfCell = new ArrayList<>();
        List<Runnable> tasks = new ArrayList<>();
        for (int block = 0; block < blocks; block++) {
            int first = block * ledger.days() / blocks;
            int last = (block + 1) * ledger.days() / blocks - 1;
            tasks.add(() -> addInquiries(first, last));
            if (!byCampaign) {
                long[] counts = new long[cells.size()];
                inquiriesOfCell.add(counts);
                tasks.add(() -> countInquiries(Math.max(from, first), Math.min(to, last), counts));
            }
        }
        tasks.add(this::addDeals);
        InParallel.run(tasks);
        if (byCampaign) {
            addWholeSpend();
        } else {
            addSharedSpend(sum(inquiriesOfCell));
        }
    }

    private static long[] sum(List<long[]> parts) {
        long[] sum = parts.get(0);
        for (long[] part : parts.subList(1, parts.size())) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += part[i];
            }
        }
        return sum;
    }

    private void addInquiries(int first, int last) {
        long[] counts = new long[segments.size()];
        for (int day = first; day <= last; day++) {
            InquiryRows rows = ledger.records(day).inquiries();
            if (byCampaign) {
                for (int i = 0; i < rows.campaign().length; i++) {
                    count(counts, segmentOfCell[cells.target(rows.campaign()[i])], rows.campaignCount()[i]);
                }
            } else {
                int[] cell = rows.cell();
                for (int row = 0; row < rows.sound(); row++) {
                    count(counts, segmentOfCell[cell[row]], rows.count()[row]);
                }
            }
            for (int row = rows.sound(); row < rows.size(); row++) {
                addSpoilt(day, rows, row, counts);
            }
            for (int segment = 0; segment < counts.length; segment++) {
                segments.get(segment).inquiries[day] = counts[segment];
                counts[segment] = 0;
            }
        }
    }

    private static void count(long[] counts, int segment, int count) {
        if (segment >= 0) {
            counts[segment] += count;
        }
    }

    private void addSpoilt(int day, InquiryRows rows, int row, long[] counts) {
        int segment = segmentOfCell[rows.cell()[row]];
        if (segment >= 0) {
            int valid = rows.valid(row, ledger.lastDay());
            counts[segment] += valid;
            segments.get(segment).invalid[day] += rows.count()[row] - valid;
        }
    }

    private void addDeals() {
        for (int deal = 0; deal < ledger.deals.size(); deal++) {
            int segment = segmentOfCell[ledger.deals.cell[deal]];
            if (segment >= 0) {
                segments.get(segment).deals.add(deal);
            }
        }
    }

    /** Spend of a campaign that lies in one part goes there, with or without inquiries. */
    private void addWholeSpend() {
        for (int day = 0; day < ledger.days(); day++) {
            SpendRows rows = ledger.records(day).spend();
            for (int row = 0; row < rows.size(); row++) {
                int segment = segmentOfCell[rows.cell()[row]];
                if (segment >= 0) {
                    long units = rows.amount()[row];
                    segments.get(segment).spend[day] += Money.approximate(units);
                    if (day >= from && day <= to) {
                        segments.get(segment).windowSpend.add(units);
                    }
                }
            }
        }
    }

    /** @param inquiries by cell the valid inquiries of the window */
    private void addSharedSpend(long[] inquiries) {
        SpendSharing sharing = new SpendSharing(cells, partOfCell, segmentOfPart, inquiries, ledger.days());
        for (int day = 0; day < ledger.days(); day++) {
            SpendRows rows = ledger.records(day).spend();
            for (int row = 0; row < rows.size(); row++) {
                SpendShares shares = sharing.of(rows.cell()[row]);
                shares.spend(day, Money.approximate(rows.amount()[row]));
                if (day >= from && day <= to) {
                    shares.window.add(rows.amount()[row]);
                }
            }
        }
        for (SpendShares shares : sharing.all()) {
            shares.shareDays(segments);
            shares.shareWindow(segments);
        }
    }

    /** Adds the valid inquiries of some days by cell. */
    private void countInquiries(int first, int last, long[] counts) {
        for (int day = first; day <= last; day++) {
            InquiryRows rows = ledger.records(day).inquiries();
            int[] cell = rows.cell();
            int[] count = rows.count();
            for (int row = 0; row < rows.sound(); row++) {
                counts[cell[row]] += count[row];
            }
            for (int row = rows.sound(); row < rows.size(); row++) {
                counts[cell[row]] += rows.valid(row, ledger.lastDay());
            }
        }
    }
}
