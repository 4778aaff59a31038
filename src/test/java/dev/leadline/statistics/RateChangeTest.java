package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.numbers.gamma.LogBeta;
import org.junit.jupiter.api.Test;

class RateChangeTest {

    private static final BetaPrior PRIOR = new BetaPrior(2, 48);

    /** Cohorts that have shown everything. */
    private static ConversionExposure seen(int inquiries, int deals) {
        return ConversionExposure.of(
                CohortTable.builder(new long[] {inquiries, 0}, 0)
                        .firstDeals(0, 0, deals)
                        .build(),
                lag -> lag < 0 ? 0 : 1,
                0,
                0,
                0);
    }

    private static RateChange change(int oldInquiries, int oldDeals, int inquiries, int deals, double dispersion) {
        return RateChange.of(PRIOR, dispersion, seen(oldInquiries, oldDeals), seen(inquiries, deals));
    }

    /** Both likelihoods written out: a new rate worth 5 deals about the old one, against what the old one is worth. */
    @Test
    void given_two_levels_then_the_bayes_factor_is_the_quotient_of_beta_binomials() {
        double oldDeals = 102;
        double oldOthers = 48 + 1900;
        double beta = 5 * oldOthers / oldDeals;
        double expected = LogBeta.value(5 + 8, beta + 392)
                - LogBeta.value(5, beta)
                - LogBeta.value(oldDeals + 8, oldOthers + 392)
                + LogBeta.value(oldDeals, oldOthers);

        RateChange change = change(2_000, 100, 400, 8, 1);

        assertEquals(expected, change.logBayesFactor(), 1e-9);
        assertEquals(5 + 8, change.rateSince().alpha(), 1e-12);
        assertEquals(beta + 392, change.rateSince().beta(), 1e-9);
    }

    @Test
    void given_half_the_rate_since_then_a_change_is_likelier_the_more_there_has_been_to_see() {
        double few = change(2_000, 100, 100, 2, 1).logBayesFactor();
        double some = change(2_000, 100, 400, 10, 1).logBayesFactor();
        double many = change(2_000, 100, 2_000, 50, 1).logBayesFactor();

        assertTrue(few < some && some < many, few + ", " + some + ", " + many);
        assertTrue(many > 5, "log Bayes factor " + many);
        assertTrue(change(2_000, 100, 2_000, 50, 1).falls());
    }

    @Test
    void given_the_same_rate_since_then_none_is_likelier() {
        RateChange change = change(2_000, 100, 2_000, 100, 1);

        assertTrue(change.logBayesFactor() < -1, "log Bayes factor " + change.logBayesFactor());
        assertFalse(change.falls());
        assertFalse(change(2_000, 100, 400, 40, 1).falls());
    }

    @Test
    void given_deals_that_come_in_bunches_then_a_change_is_less_sure() {
        assertTrue(change(2_000, 100, 2_000, 50, 3).logBayesFactor()
                < change(2_000, 100, 2_000, 50, 1).logBayesFactor() / 2);
    }

    @Test
    void given_nothing_since_then_it_says_nothing() {
        assertEquals(0, change(2_000, 100, 0, 0, 1).logBayesFactor(), 1e-12);
    }

    @Test
    void given_an_illegal_dispersion_then_it_is_named() {
        Illegal.argument("dispersion", () -> change(10, 1, 10, 1, 0.9));
    }
}
