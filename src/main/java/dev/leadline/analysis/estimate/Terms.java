package dev.leadline.analysis.estimate;

import dev.leadline.ledger.store.Ledger;
import java.time.LocalDate;

/**
 * By what the figures are computed.
 *
 * @param horizonDays how long after an inquiry its deals count
 * @param targetRoi the return to reach over the cycle; 0.3 is 30 % above cost
 * @param handlingCost what serving one inquiry costs besides the advertising
 * @param discountRate a year, by which later margin counts less
 * @param dealsTrackedFrom first day from which all deals are on record; null: all are
 */
public record Terms(
        int horizonDays, double targetRoi, double handlingCost, double discountRate, LocalDate dealsTrackedFrom) {

    /** The index of the first day from which deals are on record; 0 if all are. */
    public int trackedFrom(Ledger ledger) {
        return dealsTrackedFrom == null ? 0 : Math.max(0, ledger.index(dealsTrackedFrom));
    }
}
