package dev.leadline.analysis.estimate;

import dev.leadline.ledger.segment.Spending;
import dev.leadline.statistics.Interval;

/**
 * The return of a window on what was spent in it.
 *
 * @param spend of the window, above 0
 * @param from the first day of the window
 * @param bounds of the spend
 */
record ReturnOnSpend(double spend, int from, SpendBounds bounds) {

    /** Of what is here, and of what is still to come, both less the cancellations still to come. */
    Interval of(StandingMargin seen, Interval coming) {
        return of(coming.times(seen.share()).widened(seen.variance()).plus(seen.expected()));
    }

    /** Of a margin, on the least and the most that may have been spent. */
    private Interval of(Interval margin) {
        double most = spend * bounds.ratio(from, Spending.MOST);
        double least = spend * bounds.ratio(from, Spending.LEAST);
        return new Interval(
                on(spend, margin.estimate()),
                on(margin.low() < 0 ? least : most, margin.low()),
                on(margin.high() < 0 ? most : least, margin.high()),
                margin.level());
    }

    /** Without a margin all of the spend is lost, however little it was: none at all, perhaps, where it is only shared. */
    private static double on(double spend, double margin) {
        return margin == 0 ? -1 : margin / spend - 1;
    }
}
