package dev.leadline.calibration;

import java.util.List;
import java.util.stream.Stream;

/** Every answer of a run as a line of CSV, for looking further than the report does. */
final class Rows {

    private static final String HEAD =
            "figure,market,volume,rate,medianDelay,delay,dispersion,logSd,spread,drift,trackedFrom,"
                    + "horizon,handled,deals,truth,scale,low,estimate,high";

    private Rows() {}

    static List<String> of(List<MarketResult> results) {
        return Stream.concat(
                        Stream.of(HEAD),
                        results.stream().flatMap(r -> r.answers().stream()).map(Rows::row))
                .toList();
    }

    private static String row(Answer a) {
        MarketSetting s = a.setting();
        return String.join(
                ",",
                Stream.of(
                                a.estimator(),
                                a.market(),
                                s.volume(),
                                s.rate(),
                                s.medianDelay(),
                                s.delay(),
                                s.dispersion(),
                                s.logSd(),
                                s.spread(),
                                s.drift(),
                                s.trackedFrom(),
                                s.horizonDays(),
                                s.handled(),
                                a.deals(),
                                a.truth(),
                                a.scale(),
                                a.estimate().low(),
                                a.estimate().estimate(),
                                a.estimate().high())
                        .map(String::valueOf)
                        .toList());
    }
}
