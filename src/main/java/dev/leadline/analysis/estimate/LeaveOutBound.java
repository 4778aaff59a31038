package dev.leadline.analysis.estimate;

import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.statistics.ConversionExposure;
import dev.leadline.statistics.MarginPerInquiryPosterior;
import dev.leadline.statistics.OverDispersion;
import dev.leadline.statistics.RatePosterior;
import dev.leadline.statistics.ValuePosterior;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * With what probability the target is met at least if some days are left out: of a steady segment it tells, at a fraction of the
 * effort, that nothing rests on one of its weeks.
 *
 * <p>Without some days there are fewer deals, and fewer inquiries without one. To take out the deals alone leaves a rate that is
 * stochastically lower (the ratio of the two densities, a product of (1 - p w)^-m, rises with p), and with it the margin per
 * inquiry; and there are only as many such rates as there are numbers of deals in a week, before and since the rate may have changed.
 * A level that began lately, and how likely that is, are computed anew by what is left: without a deal since, both a rise becomes less
 * likely and a fall likelier. The value of a deal and the cost of an
 * inquiry are those without the days; but the cost is taken for one that it hardly exceeds, and to miss the target where it does.
 */
public final class LeaveOutBound {

    /** More than the rounding of all integrals. */
    private static final double ROUNDING = 0.001;
    /** Where this share or less is left of anything, it is not worth a bound. */
    private static final double NOTHING = 1e-6;

    private final SegmentContext context;
    private final SegmentLedger segment;
    private final PeerGroup peerGroup;
    private final Window window;
    private final CohortEvidence evidence;
    private final SegmentTiming timing;
    private final int costFrom;
    private final double costSpend;
    private final long costInquiries;
    private final int activeFrom;
    private final DailyInquiries daily;
    private final OverDispersion dispersion;
    private final Map<DealsLess, RatePosterior> rates = new HashMap<>();

    /**
     * How many deals are left out.
     *
     * @param all of the window
     * @param since each day at which the rate may have changed
     */
    private record DealsLess(long all, List<Long> since) {}

    LeaveOutBound(SegmentContext context, int costFrom, CohortEvidence evidence) {
        this.context = context;
        this.segment = context.segment();
        this.peerGroup = context.peerGroup();
        this.window = context.window();
        int last = window.lastKnown();
        this.evidence = evidence;
        this.timing = peerGroup.timing(segment);
        this.costFrom = Math.max(window.first(), costFrom);
        this.costSpend = context.spend(this.costFrom, last, Omission.NONE);
        this.costInquiries = segment.inquiries(this.costFrom, last);
        this.activeFrom = Math.max(window.first(), segment.firstActiveDay());
        this.daily = new DailyInquiries(segment, activeFrom, last, Omission.NONE);
        this.dispersion = daily.dispersion(activeFrom, last);
    }

    /** A bound from below of the probability of the target without some days, both included; 0 where none is known. */
    public double withoutDays(int from, int to) {
        int first = Math.max(from, window.first());
        int last = Math.min(to, window.lastKnown());
        ConversionExposure shown = timing.exposure(evidence.cohorts(), first, last);
        Optional<ValuePosterior> value =
                evidence.value().withoutDays(context, first, last).posterior();
        double spend = left(costSpend, context.spend(Math.max(first, costFrom), last, Omission.NONE));
        double inquiries = left(costInquiries, segment.inquiries(Math.max(first, costFrom), last));
        double exposure = left(evidence.exposure().exposure(), shown.exposure());
        if (value.isEmpty() || inquiries == 0 || exposure == 0 || spend == 0) {
            return 0;
        }
        double phi = dispersion
                .minus(daily.dispersion(Math.max(first, activeFrom), last))
                .phi();
        CostPerInquiry.Node cost = new CostPerInquiry(spend, inquiries, phi).high();
        double needed = peerGroup.marginNeeded(cost.cost());
        RatePosterior rate = rates.computeIfAbsent(dealsOf(shown.deals(), first, last), this::rate);
        return needed < 0
                ? 0
                : cost.weight()
                                * MarginPerInquiryPosterior.of(rate, value.get())
                                        .probabilityAtLeast(needed)
                        - ROUNDING;
    }

    private static double left(double whole, double part) {
        return whole - part > NOTHING * whole ? whole - part : 0;
    }

    /** Those of the cohorts of some days, both included. */
    private DealsLess dealsOf(long all, int first, int last) {
        return new DealsLess(
                all,
                evidence.history()
                        .days()
                        .mapToObj(day -> day <= first
                                ? all
                                : timing.exposure(evidence.cohorts(), day, last).deals())
                        .toList());
    }

    private RatePosterior rate(DealsLess less) {
        List<RatePosterior.Case> cases = evidence.cases().stream()
                .map(c -> c.with(c.exposure().withoutDeals(less.all())))
                .toList();
        return peerGroup.presentRate(
                cases, peerGroup.levels(evidence.history().withoutDeals(less.all(), less.since())));
    }
}
