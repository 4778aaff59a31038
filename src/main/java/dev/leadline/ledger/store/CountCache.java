package dev.leadline.ledger.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.leadline.ledger.Dimension;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What has been counted of the inquiries of some cells and is kept: no answer depends on it, and earlier and later states of the
 * records share it. For use by several threads at once.
 */
final class CountCache {

    /** So many groupings are kept. */
    private static final int MOST_GROUPINGS = 8;

    final Cells cells;
    final WindowCounts windows;

    private final Cache<Set<Dimension>, Partition> parts =
            Caffeine.newBuilder().maximumSize(MOST_GROUPINGS).build();
    /** What has been counted by the parts of a grouping. Parts keep their numbers while campaigns stay as they are. */
    private final Cache<Set<Dimension>, Cache<InquiryRows, int[]>> counts;

    private CountCache(Cells cells, WindowCounts windows, Cache<Set<Dimension>, Cache<InquiryRows, int[]>> counts) {
        this.cells = cells;
        this.windows = windows;
        this.counts = counts;
    }

    /**
     * What has been counted so far of a state of the records.
     *
     * @param before of an earlier state of the same vocabulary, of which is kept what still holds; null for none
     */
    static CountCache of(CellDictionary vocabulary, List<CampaignRow> campaigns, CountCache before) {
        if (before != null && before.cells.isOf(vocabulary, campaigns)) {
            return before;
        }
        Cells cells = new Cells(vocabulary, campaigns);
        return before != null && cells.haveCampaignsOf(before.cells)
                ? new CountCache(cells, before.windows.in(cells), before.counts)
                : new CountCache(
                        cells,
                        new WindowCounts(cells),
                        Caffeine.newBuilder().maximumSize(MOST_GROUPINGS).build());
    }

    /** How a grouping parts the cells; that of recent groupings is kept. */
    Partition parts(EnumSet<Dimension> grouping) {
        return parts.get(
                Set.copyOf(grouping),
                wanted -> new Partition(cells, grouping, counts.get(wanted, none -> Caffeine.newBuilder()
                        .weakKeys()
                        .build())));
    }
}
