package dev.leadline.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Deals by lag, and inquiries without one by how long they have been followed: of one table, or of several whose lags are measured
 * each in units of its own and whose inquiries count each with a weight of its own.
 */
final class FollowUp {

    /** Inquiries observed late whose units lie within this factor's logarithm are taken to be observed for as long. */
    private static final double UNITS_APART = 0.4;

    /**
     * A table, and how it counts.
     *
     * @param unit how many days of its own are one day of the result, above 0
     * @param weight what each of its inquiries without a deal counts for, above 0
     */
    record Part(CohortTable table, double unit, double weight) {

        /** @throws IllegalArgumentException if a number is not finite and above 0 */
        Part {
            Check.positive(unit, "unit");
            Check.positive(weight, "weight");
        }

        /** The lag of the result in whose midst the middle of a day lies. */
        int lag(int own) {
            return (int) ((own + 0.5) / unit);
        }
    }

    /** Inquiries that are observed from a lag above 0, of one cohort. */
    record Late(int first, int last, double size, double deals) {}

    /** The same without a deal, by the lag at which their observation begins. */
    record LateWithoutDeal(double[] byFirstLag, double observedLags) {}

    private final int lags;
    private final double[] deals;
    private final double[] waiting;
    private final double started;
    private final List<Late> late;
    private final List<LateWithoutDeal> lateWithoutDeal;

    private FollowUp(
            int lags,
            double[] deals,
            double[] waiting,
            double started,
            List<Late> late,
            List<LateWithoutDeal> lateWithoutDeal) {
        this.lags = lags;
        this.deals = deals;
        this.waiting = waiting;
        this.started = started;
        this.late = late;
        this.lateWithoutDeal = lateWithoutDeal;
    }

    /** What one table says, in days. */
    static FollowUp of(CohortTable table) {
        return of(List.of(new Part(table, 1, 1)));
    }

    /** What several tables say together. */
    static FollowUp of(List<Part> parts) {
        int lags = parts.stream()
                .mapToInt(p -> p.table().days() == 0 ? 0 : p.lag(p.table().days() - 1) + 1)
                .max()
                .orElse(0);
        double[] deals = new double[lags];
        double[] waiting = new double[lags];
        double started = 0;
        List<Late> late = new ArrayList<>();
        Map<Long, LateWithoutDeal> lateWithoutDeal = new TreeMap<>();
        for (Part part : parts) {
            CohortTable table = part.table();
            SparseEvents events = table.firstDealEvents();
            for (int e = 0; e < events.size(); e++) {
                deals[part.lag(events.lag(e))] += events.amount(e);
            }
            for (int i = 0; i < table.days(); i++) {
                int first = table.firstObservedLag(i);
                int last = table.lastObservedLag(i);
                if (table.inquiries(i) == 0 || first > last) {
                    continue;
                }
                double without = Math.max(0, table.inquiries(i) * part.weight() - table.firstDeals(i));
                double size = without + table.firstDeals(i);
                if (first == 0) {
                    waiting[part.lag(last)] += without;
                    started += size;
                } else {
                    late.add(new Late(part.lag(first), part.lag(last), size, table.firstDeals(i)));
                    long like = Math.round(Math.log(part.unit()) / UNITS_APART);
                    double observed = (last - first + 1) / (like == 0 ? 1 : Math.exp(like * UNITS_APART));
                    lateWithoutDeal.computeIfAbsent(like, any -> new LateWithoutDeal(new double[lags], observed))
                            .byFirstLag[part.lag(first)] += without;
                }
            }
        }
        return new FollowUp(lags, deals, waiting, started, List.copyOf(late), List.copyOf(lateWithoutDeal.values()));
    }

    /** How many lags there are, from 0. */
    int lags() {
        return lags;
    }

    /** Deals by lag; not to be changed. */
    double[] deals() {
        return deals;
    }

    /** Inquiries without a deal that are observed from lag 0, by their last observed lag; not to be changed. */
    double[] waiting() {
        return waiting;
    }

    /** The inquiries that are observed from lag 0. */
    double started() {
        return started;
    }

    /** Those that are observed later, by cohort. */
    List<Late> late() {
        return late;
    }

    /** Those of them without a deal, by for how long they are observed. */
    List<LateWithoutDeal> lateWithoutDeal() {
        return lateWithoutDeal;
    }

    /** First deals at observed lags, of inquiries observed from whichever lag. */
    double totalDeals() {
        return Arrays.stream(deals).sum();
    }
}
