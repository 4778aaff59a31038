package dev.leadline.ledger;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * How the spend of each kind of row is shared. Spend that names what a cell says goes to the campaign's cells that have the
 * values named, by their inquiries; where there are none it all goes where the cell itself lies, which is the campaign's target
 * in all that is not named.
 */
final class SpendSharing {

    private final Cells cells;
    private final int[] partOfCell;
    private final int[] segmentOfPart;
    private final long[] inquiries;
    private final Map<Integer, SpendShares> shares = new HashMap<>();
    /** By part its place among those of the shares being made; -1 for none. */
    private final int[] placeOfPart;

    /** @param inquiries by cell the valid inquiries of the window */
    SpendSharing(Cells cells, int[] partOfCell, int[] segmentOfPart, long[] inquiries) {
        this.cells = cells;
        this.partOfCell = partOfCell;
        this.segmentOfPart = segmentOfPart;
        this.inquiries = inquiries;
        this.placeOfPart = new int[segmentOfPart.length];
        Arrays.fill(placeOfPart, -1);
    }

    /** @param spent the cell of the rows: what they name */
    SpendShares of(int spent) {
        return shares.computeIfAbsent(spent, this::shares);
    }

    Collection<SpendShares> all() {
        return shares.values();
    }

    private SpendShares shares(int spent) {
        IntColumn parts = new IntColumn();
        IntColumn partOfShare = new IntColumn();
        LongColumn inquiriesOfShare = new LongColumn();
        boolean anywhere = cells.namesNothing(spent);
        for (int cell : cells.ofCampaign(cells.campaign(spent))) {
            if (inquiries[cell] > 0 && (anywhere || cells.hasNamed(cell, spent))) {
                partOfShare.add(place(partOfCell[cell], parts));
                inquiriesOfShare.add(inquiries[cell]);
            }
        }
        if (parts.size() == 0) {
            partOfShare.add(place(partOfCell[spent], parts));
            inquiriesOfShare.add(0);
        }
        int[] segments = parts.toArray();
        for (int place = 0; place < segments.length; place++) {
            placeOfPart[segments[place]] = -1;
            segments[place] = segmentOfPart[segments[place]];
        }
        return new SpendShares(segments, partOfShare.toArray(), inquiriesOfShare.toArray());
    }

    private int place(int part, IntColumn parts) {
        if (placeOfPart[part] < 0) {
            placeOfPart[part] = parts.size();
            parts.add(part);
        }
        return placeOfPart[part];
    }
}
