package dev.leadline.analysis.diagnosis;

import dev.leadline.analysis.estimate.PeerGroup;
import dev.leadline.analysis.estimate.Window;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.DealCursor;
import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.statistics.TimingCurve;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the segments of a grouping are made of, by the values of one more dimension.
 *
 * @param by that dimension
 * @param values its values that occur, null for the missing one; strata are numbered by their place here
 * @param segments by segment its strata, in the order of the values
 */
record Composition(Dimension by, List<String> values, List<List<Stratum>> segments) {

    /**
     * A stratum of a segment in a window of cohorts.
     *
     * @param value its place among the values
     * @param exposure inquiries, each counted by the share of its outcome that has had time to come
     * @param deals first deals up to the horizon
     * @param valued those of them with a margin above 0
     * @param logs sum of the logarithms of these margins
     * @param squares sum of their squares
     */
    record Stratum(int value, double exposure, double deals, double valued, double logs, double squares) {

        Stratum plus(Stratum other) {
            return new Stratum(
                    value,
                    exposure + other.exposure,
                    deals + other.deals,
                    valued + other.valued,
                    logs + other.logs,
                    squares + other.squares);
        }

        private static Stratum ofInquiries(double exposure) {
            return new Stratum(0, exposure, 0, 0, 0, 0);
        }

        private static Stratum ofDeal(double margin) {
            double log = margin > 0 ? Math.log(margin) : 0;
            return new Stratum(0, 0, 1, margin > 0 ? 1 : 0, log, log * log);
        }

        private Stratum at(int place) {
            return new Stratum(place, exposure, deals, valued, logs, squares);
        }
    }

    private static final Comparator<String> MISSING_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());

    static Composition of(List<SegmentLedger> segments, Dimension by, PeerGroup peerGroup, Window window) {
        List<Map<String, Stratum>> all = segments.stream()
                .map(segment -> strata(segment, by, peerGroup, window, shown(segment, peerGroup, window)))
                .toList();
        List<String> values = new ArrayList<>();
        all.stream()
                .map(Map::keySet)
                .flatMap(Collection::stream)
                .distinct()
                .sorted(MISSING_FIRST)
                .forEach(values::add);
        Map<String, Integer> places = new TreeMap<>(MISSING_FIRST);
        values.forEach(value -> places.put(value, places.size()));
        return new Composition(
                by,
                values,
                all.stream()
                        .map(strata -> strata.entrySet().stream()
                                .map(e -> e.getValue().at(places.get(e.getKey())))
                                .toList())
                        .toList());
    }

    private static Map<String, Stratum> strata(
            SegmentLedger segment, Dimension by, PeerGroup peerGroup, Window window, double[] shown) {
        Map<String, Stratum> strata = new TreeMap<>(MISSING_FIRST);
        segment.visitInquiries(
                window.from(),
                window.lastKnown(),
                by,
                (day, value, valid) -> strata.merge(value, Stratum.ofInquiries(valid * shown[day]), Stratum::plus));
        int tracked = peerGroup.terms().trackedFrom(segment.ledger());
        for (DealCursor deal = segment.deals(window.asOf(), Omission.NONE); deal.next(); ) {
            boolean ofWindow = deal.isFirst()
                    && deal.cohortDay() >= window.from()
                    && deal.cohortDay() <= window.lastKnown()
                    && deal.lag() <= peerGroup.terms().horizonDays()
                    && deal.lag() >= tracked - deal.cohortDay();
            if (ofWindow) {
                strata.merge(segment.valueOfDeal(deal.number(), by), Stratum.ofDeal(deal.margin()), Stratum::plus);
            }
        }
        return strata;
    }

    /** By cohort day the share of its outcome that has had time to come and was on record. */
    private static double[] shown(SegmentLedger segment, PeerGroup peerGroup, Window window) {
        int horizon = peerGroup.terms().horizonDays();
        int tracked = peerGroup.terms().trackedFrom(segment.ledger());
        TimingCurve timing = peerGroup.timingOf(segment);
        double whole = timing.at(horizon);
        double[] shown = new double[segment.ledger().days()];
        for (int day = 0; day <= Math.min(window.asOf(), shown.length - 1); day++) {
            int last = Math.min(window.asOf() - day, horizon);
            int first = Math.max(0, tracked - day);
            if (whole > 0 && first <= last) {
                shown[day] = Math.max(0, timing.at(last) - timing.at(first - 1)) / whole;
            }
        }
        return shown;
    }
}
