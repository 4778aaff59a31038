package dev.leadline.analysis.estimate;

import dev.leadline.ledger.segment.DealCursor;

/**
 * The margin of deals that stand, and what is expected to be left of it when all cancellations have come.
 *
 * @param today their margin
 * @param expected what is expected to be left
 * @param variance of what will be left: each deal is cancelled whole or not at all, and how many are is only known from those so far
 */
record StandingMargin(double today, double expected, double variance) {

    /** Adds up deals one by one. */
    static final class Sum {

        private final Cancellations cancellations;
        private final int asOf;
        private double today;
        private double expected;
        private double chance;

        Sum(Cancellations cancellations, int asOf) {
            this.cancellations = cancellations;
            this.asOf = asOf;
        }

        void add(DealCursor deal) {
            double standing = cancellations.standing(asOf - deal.cohortDay() - deal.lag());
            double margin = deal.margin();
            today += margin;
            expected += margin * standing;
            chance += margin * margin * standing * (1 - standing);
        }

        StandingMargin result() {
            double lost = today - expected;
            return new StandingMargin(today, expected, chance + lost * lost / Math.max(1, cancellations.count()));
        }
    }

    /** The share of the margin that is expected to be left; 1 where there is none. */
    double share() {
        return today > 0 && expected > 0 ? expected / today : 1;
    }
}
