package dev.leadline.ledger.segment;

import dev.leadline.ledger.store.Cells;
import dev.leadline.ledger.store.IntColumn;
import dev.leadline.ledger.store.Partition;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * How the spend of each kind of row is shared. Spend that names what a cell says goes to the campaign's cells that have the
 * values named, by their inquiries; where there are none it all goes where the cell itself lies, which is the campaign's target
 * in all that is not named.
 */
final class SpendAllocator {

    private final Cells cells;
    private final Partition partsOfCut;
    private final int[] segmentOfPart;
    private final int[] inquiries;
    private final int days;
    /** By cell; null where no spend was recorded so. */
    private final SpendAllocation[] shares;
    /** By part its number among those of the shares being made; -1 for none. */
    private final int[] numberOfPart;

    /**
     * @param inquiries by place the valid inquiries of the window
     * @param days of the ledger
     */
    SpendAllocator(Cells cells, Partition partsOfCut, int[] segmentOfPart, int[] inquiries, int days) {
        this.days = days;
        this.shares = new SpendAllocation[cells.size()];
        this.cells = cells;
        this.partsOfCut = partsOfCut;
        this.segmentOfPart = segmentOfPart;
        this.inquiries = inquiries;
        this.numberOfPart = new int[segmentOfPart.length];
        Arrays.fill(numberOfPart, -1);
    }

    /** @param spent the cell of the rows: what they name */
    SpendAllocation of(int spent) {
        if (shares[spent] == null) {
            shares[spent] = shares(spent);
        }
        return shares[spent];
    }

    /** All that were asked for, in the order of their cells. */
    List<SpendAllocation> all() {
        return Arrays.stream(shares).filter(Objects::nonNull).toList();
    }

    private SpendAllocation shares(int spent) {
        boolean anywhere = cells.namesNothing(spent);
        int first = cells.firstPlace(cells.campaign(spent));
        int end = cells.firstPlace(cells.campaign(spent) + 1);
        int[] partOfPlace = partsOfCut.ofPlace();
        IntColumn parts = new IntColumn();
        int[] partOfShare = new int[end - first];
        long[] inquiriesOfShare = new long[end - first];
        int size = 0;
        for (int place = first; place < end; place++) {
            if (inquiries[place] > 0 && (anywhere || cells.hasNamed(cells.cellAt(place), spent))) {
                partOfShare[size] = number(partOfPlace[place], parts);
                inquiriesOfShare[size++] = inquiries[place];
            }
        }
        if (size == 0) {
            partOfShare = new int[] {number(partsOfCut.ofCell()[spent], parts)};
            inquiriesOfShare = new long[] {0};
            size = 1;
        }
        int[] segments = parts.toArray();
        for (int number = 0; number < segments.length; number++) {
            numberOfPart[segments[number]] = -1;
            segments[number] = segmentOfPart[segments[number]];
        }
        return new SpendAllocation(
                segments, Arrays.copyOf(partOfShare, size), Arrays.copyOf(inquiriesOfShare, size), days);
    }

    private int number(int part, IntColumn parts) {
        if (numberOfPart[part] < 0) {
            numberOfPart[part] = parts.size();
            parts.add(part);
        }
        return numberOfPart[part];
    }
}
