package dev.leadline.calibration;

import dev.leadline.analysis.estimate.Estimate;
import dev.leadline.analysis.estimate.PeerGroup;
import dev.leadline.analysis.estimate.SegmentContext;
import dev.leadline.analysis.estimate.SegmentEstimates;
import dev.leadline.analysis.estimate.Window;
import dev.leadline.analysis.stability.Stability;
import dev.leadline.analysis.stability.WorkspaceWeeks;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.Filter;
import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.segment.Segmenter;
import dev.leadline.ledger.store.SimulatedLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Asks of simulated markets what the service answers of each campaign and of the total. */
final class Judge {

    static final double LEVEL = 0.9;

    private static final Window WINDOW =
            new Window(MarketSetting.WINDOW_FROM, MarketSetting.DAYS - 1, MarketSetting.DAYS - 1);

    private final int number;
    private final MarketSetting setting;
    private final SimulatedMarket market;
    private final List<Answer> answers = new ArrayList<>();
    private final List<MarketResult.Chance> chances = new ArrayList<>();
    private final List<MarketResult.Verdicts> verdicts = new ArrayList<>();

    private Judge(int number, MarketSetting setting) {
        this.number = number;
        this.setting = setting;
        this.market = SimulatedMarket.draw(setting);
    }

    /** Simulates and judges, on all processors; the results stand in the order of the settings. */
    static List<MarketResult> all(List<MarketSetting> settings) {
        return IntStream.range(0, settings.size())
                .parallel()
                .mapToObj(i -> new Judge(i, settings.get(i)).judge())
                .toList();
    }

    private MarketResult judge() {
        SegmentLedger everything =
                Segmenter.total(market.ledger(), Filter.NONE, MarketSetting.WINDOW_FROM, MarketSetting.DAYS - 1);
        List<SegmentLedger> campaigns = Segmenter.of(
                market.ledger(),
                List.of(Dimension.CAMPAIGN),
                Filter.NONE,
                MarketSetting.WINDOW_FROM,
                MarketSetting.DAYS - 1);
        PeerGroup peerGroup = PeerGroup.of(market.terms(), everything, campaigns, WINDOW);
        int cycle = Stability.cycleWeeks(peerGroup.timing(), setting.horizonDays());
        for (SegmentLedger campaign : campaigns) {
            SegmentTruth truth = truthOf(campaign);
            SegmentEstimates estimates =
                    SegmentEstimates.of(new SegmentContext(campaign, peerGroup, WINDOW), Omission.NONE);
            judge(estimates, truth);
            estimates
                    .target()
                    .probability()
                    .ifPresent(p -> chances.add(new MarketResult.Chance(estimates.deals(), p, truth.reachesTarget())));
            Stability stability = Stability.of(campaign, WorkspaceWeeks.of(everything, WINDOW.asOf()), cycle);
            verdicts.add(new MarketResult.Verdicts(
                    stability.volume().verdict(), stability.cost().verdict()));
        }
        total(everything, peerGroup);
        return new MarketResult(setting, answers, chances, verdicts);
    }

    private SegmentTruth truthOf(SegmentLedger campaign) {
        String id = campaign.segment().values().get(Dimension.CAMPAIGN);
        int index = IntStream.range(0, SimulatedMarket.SEGMENTS)
                .filter(i -> SimulatedLedger.idOf(i).equals(id))
                .findFirst()
                .orElseThrow();
        return market.segments().get(index);
    }

    private void judge(SegmentEstimates of, SegmentTruth truth) {
        double earned = truth.marginPerInquiry();
        add(Estimator.INQUIRIES_PER_DAY, of, truth.inquiriesPerDay(), of.inquiriesPerDay(LEVEL));
        add(Estimator.COST_PER_INQUIRY, of, truth.costPerInquiry(), of.costPerInquiry(LEVEL));
        add(Estimator.CONVERSION_RATE, of, truth.rate(), of.conversionRate(LEVEL));
        add(Estimator.MARGIN_PER_DEAL, of, truth.marginPerDeal(), of.marginPerDeal(LEVEL));
        add(Estimator.MARGIN_PER_INQUIRY, of, earned, of.marginPerInquiry(LEVEL));
        add(
                Estimator.MAX_AFFORDABLE,
                of,
                truth.maxAffordable(),
                earned / (1 + market.terms().targetRoi()),
                of.maxAffordableCostPerInquiry(LEVEL));
        add(Estimator.PROJECTED_ROI, of, truth.realisedRoi(), 1 + truth.expectedRoi(), of.projectedRoi(LEVEL));
    }

    private void add(Estimator estimator, SegmentEstimates of, double truth, Estimate estimate) {
        add(estimator, of, truth, truth, estimate);
    }

    private void add(Estimator estimator, SegmentEstimates of, double truth, double scale, Estimate estimate) {
        long events = estimator.isOfDeals() ? of.deals() : of.inquiries();
        if (of.inquiries() > 0) {
            answers.add(new Answer(estimator, number, setting, of.deals(), events, truth, scale, estimate));
        }
    }

    /** As the metrics' total is answered: shrunk to what the workspace showed before. */
    private void total(SegmentLedger everything, PeerGroup peerGroup) {
        SegmentEstimates estimates = SegmentEstimates.of(
                new SegmentContext(everything, peerGroup.among(List.of(), WINDOW), WINDOW), Omission.NONE);
        add(Estimator.TOTAL_CONVERSION, estimates, market.totalRate(), estimates.conversionRate(LEVEL));
    }
}
