package dev.leadline.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Against R 4.2.2: the same likelihood and prior written anew, violation by violation, without any grouping, and maximised by
 * optim (Nelder-Mead from three starts, reltol 1e-14; for the generalised gamma pgamma). Of each family the log likelihood of
 * the data at the highest point, the share that ever converts, and the shares pending after 180 days and after the horizon.
 * Tolerance: 0.02 of log likelihood and 0.001 of a share, for the grouping.
 */
class CureFitReferenceTest {

    @ParameterizedTest
    @CsvSource({
        "2012-09-30,,365,EXPONENTIAL,-324.186144,0.457324,0.799345,0.684902",
        "2012-09-30,,365,WEIBULL,-320.937534,0.346141,0.788467,0.675301",
        "2012-09-30,,365,LOG_NORMAL,-322.184306,0.449647,0.791507,0.681977",
        "2012-09-30,,365,LOG_LOGISTIC,-321.231891,0.440248,0.791437,0.673344",
        "2012-09-30,,365,GENERALISED_GAMMA,-321.023214,0.357975,0.788815,0.673204",
        "2013-03-31,2012-07-01,730,EXPONENTIAL,-586.801002,0.609669,0.818476,0.536597",
        "2013-03-31,2012-07-01,730,WEIBULL,-577.595986,0.388162,0.827775,0.612246",
        "2013-03-31,2012-07-01,730,LOG_NORMAL,-579.497418,0.536777,0.819310,0.550149",
        "2013-03-31,2012-07-01,730,LOG_LOGISTIC,-577.735439,0.477169,0.824654,0.571499",
        "2013-03-31,2012-07-01,730,GENERALISED_GAMMA,-577.678893,0.405193,0.825326,0.597634",
        "2014-06-30,,1095,EXPONENTIAL,-2999.786990,0.878686,0.784467,0.281183",
        "2014-06-30,,1095,WEIBULL,-2983.964167,0.706496,0.811243,0.312269",
        "2014-06-30,,1095,LOG_NORMAL,-2985.964915,0.883010,0.788571,0.304892",
        "2014-06-30,,1095,LOG_LOGISTIC,-2981.830865,0.819303,0.802925,0.308163",
        "2014-06-30,,1095,GENERALISED_GAMMA,-2981.987970,0.754149,0.804046,0.300648",
    })
    void given_real_delays_when_fitted_then_each_family_is_that_of_the_reference(
            LocalDate asOf,
            LocalDate trackedFrom,
            int horizon,
            DelayFamily family,
            double logLikelihood,
            double share,
            double pendingAt180,
            double pendingAtHorizon) {
        int tracked = trackedFrom == null ? 0 : Violations.day(trackedFrom);
        CohortTable table = Violations.table(Violations.ALL.stream(), Violations.day(asOf), tracked);

        CureFit fit = CureModelAverage.profiles(LagCounts.of(table), horizon, 0.2)
                .get(family)
                .top();

        assertEquals(logLikelihood, fit.logLikelihood(), 0.02);
        assertEquals(share, fit.model().share(), 0.001);
        assertEquals(pendingAt180, fit.model().pendingAfter(180), 0.001);
        assertEquals(pendingAtHorizon, fit.model().pendingAfter(horizon), 0.001);
    }
}
