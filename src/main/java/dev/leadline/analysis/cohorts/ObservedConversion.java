package dev.leadline.analysis.cohorts;

import dev.leadline.analysis.estimate.Window;
import dev.leadline.ledger.segment.DealCursor;
import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.platform.money.Money;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/**
 * The deals and margin of a segment that were seen, cumulative by lag, cohort by cohort. A deal closed before deals were on record
 * is left out, as everywhere: it would mix a complete record with an incomplete one.
 */
final class ObservedConversion {

    private final long[][] deals;
    private final Money.Sum[][] margin;

    /** @param windows the cohorts, one after the other without a gap */
    ObservedConversion(SegmentLedger segment, List<Window> windows, int trackedFrom, LagGrid grid) {
        this.deals = new long[windows.size()][grid.size()];
        this.margin = new Money.Sum[windows.size()][grid.size()];
        for (Money.Sum[] row : margin) {
            Arrays.setAll(row, i -> new Money.Sum());
        }
        int[] windowOfDay = windowOfDay(segment.ledger().days(), windows);
        int asOf = segment.ledger().days() - 1;
        for (DealCursor deal = segment.deals(asOf, Omission.NONE); deal.next(); ) {
            int window = windowOfDay[deal.cohortDay()];
            int point = grid.pointOf(deal.lag());
            if (window >= 0 && point < grid.size() && deal.lag() >= trackedFrom - deal.cohortDay()) {
                deals[window][point] += deal.isFirst() ? 1 : 0;
                margin[window][point].add(deal.marginUnits());
            }
        }
        for (int window = 0; window < deals.length; window++) {
            for (int point = 1; point < grid.size(); point++) {
                deals[window][point] += deals[window][point - 1];
                margin[window][point].add(margin[window][point - 1]);
            }
        }
    }

    private static int[] windowOfDay(int days, List<Window> windows) {
        int[] windowOfDay = new int[days];
        Arrays.fill(windowOfDay, -1);
        for (int window = 0; window < windows.size(); window++) {
            for (int day = Math.max(0, windows.get(window).from());
                    day <= windows.get(window).lastKnown();
                    day++) {
                windowOfDay[day] = window;
            }
        }
        return windowOfDay;
    }

    /** First deals at lags up to a point's. */
    long deals(int window, int point) {
        return deals[window][point];
    }

    /** Margin of all deals at lags up to a point's, exact. */
    BigDecimal margin(int window, int point) {
        return margin[window][point].amount();
    }
}
