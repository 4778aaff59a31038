package dev.leadline.analysis.stability;

import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.Filter;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.segment.Segmenter;
import dev.leadline.ledger.store.Ledger;
import java.util.List;

/** The weeks of the whole workspace up to a day, beside which those of its segments are seen: the same for all of them. */
public final class WorkspaceWeeks {

    private final Ledger ledger;
    private final int asOf;
    private final Weeks weeks;
    /** Not known before they are needed: they take a segmentation of the whole ledger. */
    private List<WeeksAndRest> campaigns;

    private WorkspaceWeeks(Ledger ledger, int asOf, Weeks weeks) {
        this.ledger = ledger;
        this.asOf = asOf;
        this.weeks = weeks;
    }

    /**
     * @param everything the whole workspace
     * @param asOf the day at whose end it is seen, an index of the ledger
     */
    public static WorkspaceWeeks of(SegmentLedger everything, int asOf) {
        return new WorkspaceWeeks(everything.ledger(), asOf, Weeks.of(everything, asOf));
    }

    int asOf() {
        return asOf;
    }

    /** Some weeks of it beside all the others. */
    WeeksAndRest beside(Weeks part) {
        return new WeeksAndRest(part, weeks.without(part));
    }

    /** Its campaigns, each beside all the others. */
    synchronized List<WeeksAndRest> campaigns() {
        if (campaigns == null) {
            campaigns = Segmenter.of(ledger, List.of(Dimension.CAMPAIGN), Filter.NONE, 0, ledger.days() - 1).stream()
                    .map(campaign -> beside(Weeks.of(campaign, asOf)))
                    .toList();
        }
        return campaigns;
    }
}
