package dev.leadline.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * The deals of one table by the logarithm of the time they took, on {@link LogLagBins}, each among the times at which
 * it would have been seen: a cohort that is 30 days old shows no deal that takes 40. So it says nothing of how many inquiries become
 * deals, and does not mind if that has changed. A deal may have been closed at any time of its day.
 */
final class LagSample {

    /** Deals of inquiries that were observed late: between two logarithms of days they would have been seen. */
    record Late(double low, double high, double weight) {}

    private final double[] deals = new double[LogLagBins.COUNT];
    private final double[] seenUntil = new double[LogLagBins.COUNT + 1];
    private final List<Late> late = new ArrayList<>();
    private double withinADay;
    private double weight;
    private double sumOfLogs;
    private int first = LogLagBins.COUNT;
    private int last = -1;

    private LagSample() {}

    /** @param horizon the last lag that counts, in days */
    static LagSample of(CohortTable table, int horizon) {
        double[] byLag = new double[horizon + 1];
        double[] byLastLag = new double[horizon + 1];
        double[] byFirstLag = new double[table.days()];
        int observedLags = 0;
        SparseEvents events = table.firstDealEvents();
        for (int e = 0; e < events.size(); e++) {
            if (events.lag(e) <= horizon) {
                int cohort = events.cohort(e);
                byLag[events.lag(e)] += events.amount(e);
                int firstLag = table.firstObservedLag(cohort);
                int lastLag = table.lastObservedLag(cohort);
                if (firstLag == 0) {
                    byLastLag[Math.min(lastLag, horizon)] += events.amount(e);
                } else {
                    byFirstLag[firstLag] += events.amount(e);
                    observedLags = lastLag - firstLag + 1;
                }
            }
        }
        LagSample sample = new LagSample();
        for (int lag = 0; lag <= horizon; lag++) {
            if (byLag[lag] > 0) {
                sample.addDeals(lag, byLag[lag]);
            }
            if (byLastLag[lag] > 0) {
                sample.addSeenUntil(lag + 1, byLastLag[lag]);
            }
        }
        for (int lag = 1; lag < byFirstLag.length; lag++) {
            if (byFirstLag[lag] > 0) {
                double end = Math.min(lag + observedLags, horizon + 1);
                sample.late.add(new Late(Math.log(lag), Math.log(end), byFirstLag[lag]));
            }
        }
        return sample;
    }

    private void addDeals(int lag, double count) {
        weight += count;
        sumOfLogs += count * Math.log(lag + 0.5);
        if (lag == 0) {
            withinADay += count;
            return;
        }
        int to = (int) LogLagBins.position(Math.log(lag + 1));
        for (int bin = (int) LogLagBins.position(Math.log(lag)); bin <= to && bin < deals.length; bin++) {
            double from = Math.max(lag, Math.exp(LogLagBins.start(bin)));
            double end = Math.min(lag + 1, Math.exp(LogLagBins.start(bin + 1)));
            if (end > from) {
                deals[bin] += count * (end - from);
                first = Math.min(first, bin);
                last = Math.max(last, bin);
            }
        }
    }

    private void addSeenUntil(int days, double count) {
        double position = LogLagBins.position(Math.log(days));
        int edge = (int) position;
        seenUntil[edge] += count * (edge + 1 - position);
        if (edge < LogLagBins.COUNT) {
            seenUntil[edge + 1] += count * (position - edge);
        }
    }

    /** How many deals there are. */
    double weight() {
        return weight;
    }

    /** The mean of the logarithm of their days. */
    double meanLog() {
        return weight == 0 ? 0 : sumOfLogs / weight;
    }

    /** The first bin with a deal that took a day or longer; behind the last if there is none. */
    int first() {
        return first;
    }

    /** The last bin with such a deal; -1 if there is none. */
    int last() {
        return last;
    }

    /** How many took so long. */
    double deals(int bin) {
        return deals[bin];
    }

    /** How many took less than a day. */
    double withinADay() {
        return withinADay;
    }

    /** How many would have been seen had they taken as long as up to the start of a bin, and no longer. */
    double seenUntil(int bin) {
        return seenUntil[bin];
    }

    /** Those that would have been seen between two times. */
    List<Late> late() {
        return late;
    }
}
