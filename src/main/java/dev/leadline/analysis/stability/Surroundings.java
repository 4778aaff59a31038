package dev.leadline.analysis.stability;

import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.Filter;
import dev.leadline.ledger.Ledger;
import dev.leadline.ledger.SegmentLedger;
import dev.leadline.ledger.Segmentation;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What a segment's weeks are compared with, to tell what moved the whole workspace: the rest of it. Where hardly any rest is,
 * as beside the total, each campaign is compared with all the others, and what each is excused for is summed: a departure
 * that nearly all share then is nobody's. Beside a single campaign nothing can be told.
 */
final class Surroundings {

    private final Part whole;
    private final Supplier<List<Part>> campaigns;
    /** Not known before they are needed: they cost a cut of the whole ledger. */
    private List<Part> parts;

    /**
     * @param whole the segment and the rest
     * @param campaigns the workspace's campaigns, each with all the others
     */
    Surroundings(Part whole, Supplier<List<Part>> campaigns) {
        this.whole = whole;
        this.campaigns = campaigns;
    }

    /** @param everything the whole workspace; {@code weeks} those of the segment, up to a day */
    static Surroundings of(SegmentLedger segment, Weeks weeks, SegmentLedger everything, int asOf) {
        Weeks all = Weeks.of(everything, asOf);
        return new Surroundings(new Part(weeks, all.without(weeks)), () -> campaigns(segment.ledger(), all, asOf));
    }

    private static List<Part> campaigns(Ledger ledger, Weeks all, int asOf) {
        return Segmentation.of(ledger, List.of(Dimension.CAMPAIGN), Filter.NONE, 0, ledger.days() - 1).stream()
                .map(campaign -> Weeks.of(campaign, asOf))
                .map(weeks -> new Part(weeks, all.without(weeks)))
                .toList();
    }

    private List<Part> parts() {
        if (parts == null) {
            parts = campaigns.get();
        }
        return parts;
    }

    /** Whether there is anything to tell by what moves all. */
    boolean tell() {
        return whole.isComparable()
                || isByParts()
                        && parts().stream().anyMatch(Part::isComparable)
                        && parts().stream().noneMatch(Part::isNearlyAll);
    }

    /** Whether only the campaigns, one by one, can tell. */
    boolean isByParts() {
        return whole.isNearlyAll() && !whole.isComparable();
    }

    /**
     * By week what a segment's exposure is to be multiplied by, from the rest; 0 for a week that says nothing.
     *
     * @param exposure that of some weeks
     */
    double[] ofRest(Function<Weeks, double[]> exposure) {
        return whole.commonFactor(exposure);
    }

    /** The same, from the campaigns. */
    double[] ofCampaigns(Function<Weeks, double[]> exposure) {
        double[] factor = new double[whole.weeks().count()];
        Arrays.fill(factor, 1);
        double[] explained = new double[factor.length];
        double[] expected = new double[factor.length];
        for (Part part : parts()) {
            double[] usual = CommonFactor.expected(part.weeks().inquiries(), exposure.apply(part.weeks()));
            double[] common = part.commonFactor(exposure);
            for (int week = 0; week < factor.length; week++) {
                explained[week] += usual[week] * common[week];
                expected[week] += usual[week];
            }
        }
        for (int week = 0; week < factor.length; week++) {
            if (explained[week] != expected[week]) {
                factor[week] = CommonFactor.emptied(explained[week] / expected[week]);
            }
        }
        return factor;
    }
}
