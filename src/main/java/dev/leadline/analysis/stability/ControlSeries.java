package dev.leadline.analysis.stability;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The control series of a segment: the weeks of the rest of the workspace, which tell what moved all of it. Where
 * hardly anything else is left, as for the total, each campaign is compared with all the others and the excused amounts
 * are summed; a departure that nearly all share is then attributed to none. With a single campaign nothing can be told.
 */
final class ControlSeries {

    private final WeeksAndRest whole;
    private final Supplier<List<WeeksAndRest>> campaigns;

    /**
     * @param whole the segment and the rest
     * @param campaigns the workspace's campaigns, each with all the others; asked for only where they are needed
     */
    ControlSeries(WeeksAndRest whole, Supplier<List<WeeksAndRest>> campaigns) {
        this.whole = whole;
        this.campaigns = campaigns;
    }

    static ControlSeries of(Weeks weeks, WorkspaceWeeks all) {
        return new ControlSeries(all.beside(weeks), all::campaigns);
    }

    /** Whether there is anything to tell by what moves all. */
    boolean isInformative() {
        return whole.isComparable()
                || isByCampaigns()
                        && campaigns.get().stream().anyMatch(WeeksAndRest::isComparable)
                        && campaigns.get().stream().noneMatch(WeeksAndRest::isNearlyAll);
    }

    /** Whether only the campaigns, one by one, can tell. */
    boolean isByCampaigns() {
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
        for (WeeksAndRest campaign : campaigns.get()) {
            double[] usual = CommonFactor.expected(campaign.weeks().inquiries(), exposure.apply(campaign.weeks()));
            double[] common = campaign.commonFactor(exposure);
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
