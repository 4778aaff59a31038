package dev.leadline.ledger.store;

import com.github.benmanes.caffeine.cache.Cache;
import dev.leadline.ledger.Dimension;
import java.util.EnumSet;

/**
 * How a grouping parts the cells of a workspace: by the values of its dimensions. A day's inquiries are counted by part once and the counts
 * kept as long as the day's rows are, so that a question asks again only for days that have changed. For use by several threads at once.
 */
public final class Partition {

    /** With fewer rows to a part it is as fast to count them again. */
    private static final int ROWS_OF_A_PART = 8;

    private final Cells cells;
    private final boolean ofCampaigns;
    private final int[] ofCell;
    private final int[] ofPlace;
    private final int[] cellOfPart;
    private final Cache<InquiryRows, int[]> kept;

    /**
     * @param grouping in the order of dimensions, which numbers the parts
     * @param kept counts by day's rows, themselves and not what they hold; shared with earlier and later states of the cells, which have
     *     fewer parts or more: what stands behind the parts of a day's rows is 0 or is not there
     */
    Partition(Cells cells, EnumSet<Dimension> grouping, Cache<InquiryRows, int[]> kept) {
        this.cells = cells;
        this.kept = kept;
        this.ofCampaigns = Cells.OF_CAMPAIGN.containsAll(grouping);
        this.ofCell = new int[cells.size()];
        for (Dimension dimension : grouping) {
            int[] codes = cells.codes(dimension);
            PairDictionary parts = new PairDictionary();
            for (int cell = 0; cell < ofCell.length; cell++) {
                ofCell[cell] = parts.of(ofCell[cell], codes[cell]);
            }
        }
        IntColumn first = new IntColumn();
        for (int cell = 0; cell < ofCell.length; cell++) {
            if (ofCell[cell] == first.size()) {
                first.add(cell);
            }
        }
        this.cellOfPart = first.toArray();
        this.ofPlace = new int[ofCell.length];
        for (int cell = 0; cell < ofCell.length; cell++) {
            ofPlace[cells.place(cell)] = ofCell[cell];
        }
    }

    /** How many parts there are. */
    public int size() {
        return cellOfPart.length;
    }

    /** Whether all cells of a campaign fall into one part. */
    public boolean areOfCampaigns() {
        return ofCampaigns;
    }

    /** By cell its part. Not to be written to. */
    public int[] ofCell() {
        return ofCell;
    }

    /** By place, as {@link Cells#firstPlace} counts them, the part of the cell there. Not to be written to. */
    public int[] ofPlace() {
        return ofPlace;
    }

    /** One of the cells of a part. */
    public int cellOf(int part) {
        return cellOfPart[part];
    }

    /** Shows the inquiries of a day that are valid for good, a part any number of times. */
    public void visit(InquiryRows rows, CountVisitor visitor) {
        if (!areFewFor(rows)) {
            visitRows(rows, visitor);
            return;
        }
        int[] counts = counts(rows);
        for (int part = 0; part < Math.min(counts.length, size()); part++) {
            visitor.visit(part, counts[part]);
        }
    }

    /** Whether it is worth the while to keep the counts of a day; those of one grouping take at most a sixteenth of what its rows take. */
    private boolean areFewFor(InquiryRows rows) {
        return (long) size() * ROWS_OF_A_PART <= rows.size();
    }

    /**
     * By part the inquiries of a day that are valid for good; those behind the last one have none. It may have more parts than there are
     * here, all without any. Not to be written to.
     */
    int[] counts(InquiryRows rows) {
        return kept.get(rows, this::count);
    }

    private int[] count(InquiryRows rows) {
        int[] counts = new int[size()];
        visitRows(rows, (part, count) -> counts[part] += count);
        return counts;
    }

    private void visitRows(InquiryRows rows, CountVisitor visitor) {
        if (ofCampaigns) {
            for (int i = 0; i < rows.campaign().length; i++) {
                visitor.visit(ofCell[cells.target(rows.campaign()[i])], rows.campaignCount()[i]);
            }
            return;
        }
        int[] cell = rows.cell();
        int[] count = rows.count();
        for (int row = 0; row < rows.permanentlyValid(); row++) {
            visitor.visit(ofCell[cell[row]], count[row]);
        }
    }

    /** Sees inquiries of a part. */
    public interface CountVisitor {
        void visit(int part, int count);
    }
}
