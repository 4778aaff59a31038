package dev.leadline.calibration.untidy;

import dev.leadline.decision.Action;
import dev.leadline.decision.Reason;
import java.util.Map;

/**
 * What the service says of a segment, beside the truth.
 *
 * @param market the number of its market among those of the condition
 * @param nextReturn the true long-run return of the next inquiries
 * @param probability of the target; null where nothing is known of it
 * @param held by figure, whether its interval holds the truth
 */
record Answer(int market, double nextReturn, Action action, Reason reason, Double probability, Map<Figure, Held> held) {

    /** Return comfortably above the target. */
    private static final double STRONG = 0.6;

    boolean reachesTarget() {
        return nextReturn >= UntidyMarket.TARGET;
    }

    boolean loses() {
        return nextReturn < 0;
    }

    boolean isStrong() {
        return nextReturn > STRONG;
    }
}
