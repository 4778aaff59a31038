package dev.leadline.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

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
    private final int days;
    /** By cell; null where no spend was recorded so. */
    private final SpendShares[] shares;
    /** By part its place among those of the shares being made; -1 for none. */
    private final int[] placeOfPart;

    /**
     * @param inquiries by cell the valid inquiries of the window
     * @param days of the ledger
     */
    SpendSharing(Cells cells, int[] partOfCell, int[] segmentOfPart, long[] inquiries, int days) {
        this.days = days;
        this.shares = new SpendShares[cells.size()];
        this.cells = cells;
        this.partOfCell = partOfCell;
        this.segmentOfPart = segmentOfPart;
        this.inquiries = inquiries;
        this.placeOfPart = new int[segmentOfPart.length];
        Arrays.fill(placeOfPart, -1);
    }

    /** @param spent the cell of the rows: what they name */
    SpendShares of(int spent) {
        if (shares[spent] == null) {
            shares[spent] = shares(spent);
        }
        return shares[spent];
    }

    /** All that were asked for, in the order of their cells. */
    List<SpendShares> all() {
        return Arrays.stream(shares).filter(Objects::nonNull).toList();
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
        return new SpendShares(segments, partOfShare.toArray(), inquiriesOfShare.toArray(), days);
    }

    private int place(int part, IntColumn parts) {
        if (placeOfPart[part] < 0) {
            placeOfPart[part] = parts.size();
            parts.add(part);
        }
        return placeOfPart[part];
    }
}
