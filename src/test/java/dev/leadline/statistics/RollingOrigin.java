package dev.leadline.statistics;

import dev.leadline.statistics.Violations.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Forecasts as of past days, each from what was known by then alone, against what came true: the share of a window's inquiries
 * that had converted within the horizon once all of them were old enough; in a simulation, the rate behind it. The naive rate is
 * what had converted so far. Timing, prior and dispersion are those of the service.
 */
final class RollingOrigin {

    private static final double LEVEL = 0.9;
    private static final int PERIOD_DAYS = 90;
    /** The share of fewer inquiries is too much a matter of chance to be foretold. */
    private static final int FEWEST = 10;

    /** One forecast. */
    record Forecast(String origin, boolean overall, double naive, double truth, Interval matured) {

        boolean held() {
            return matured.low() <= truth && truth <= matured.high();
        }
    }

    /** What is known at the end of a day. */
    private record Known(
            String origin, int from, int asOf, CohortTable all, MatureConversion timing, double dispersion) {}

    private final List<Violation> inquiries;
    private final int trackedFrom;
    private final int horizon;
    private final List<Forecast> forecasts = new ArrayList<>();

    RollingOrigin(List<Violation> inquiries, int trackedFrom, int horizon) {
        this.inquiries = inquiries;
        this.trackedFrom = trackedFrom;
        this.horizon = horizon;
    }

    /** Forecasts the window's cohorts, of all and of each group, as of the end of a day. */
    RollingOrigin at(String origin, int from, int asOf) {
        CohortTable all = Violations.table(inquiries.stream(), asOf, trackedFrom);
        MatureConversion timing = MatureConversion.fit(all, CumulativeConversion.fit(all), horizon);
        double dispersion = ConversionDispersion.phi(all, timing, horizon);
        Known known = new Known(origin, from, asOf, all, timing, dispersion);
        forecasts.add(forecast(known, inquiries, true, earlier(all, timing, from), 0, from - 1));
        Map<String, List<Violation>> groups =
                inquiries.stream().collect(Collectors.groupingBy(Violation::group, TreeMap::new, Collectors.toList()));
        List<RateEvidence> siblings = groups.values().stream()
                .map(group -> evidence(ConversionExposure.of(
                        Violations.table(group.stream(), asOf, trackedFrom), timing, horizon, from, asOf)))
                .filter(e -> e.expectedExposure() > 0)
                .toList();
        for (List<Violation> group : groups.values()) {
            if (group.stream()
                            .filter(v -> v.received() >= from && v.received() <= asOf)
                            .count()
                    >= FEWEST) {
                forecasts.add(forecast(known, group, false, siblings, from, asOf));
            }
        }
        return this;
    }

    private List<RateEvidence> earlier(CohortTable table, TimingCurve timing, int from) {
        return IntStream.iterate(from - PERIOD_DAYS, start -> start > -PERIOD_DAYS, start -> start - PERIOD_DAYS)
                .mapToObj(start ->
                        evidence(ConversionExposure.of(table, timing, horizon, start, start + PERIOD_DAYS - 1)))
                .filter(e -> e.expectedExposure() > 0)
                .toList();
    }

    private double exposure(CohortTable table, TimingCurve timing, int from, int to) {
        return ConversionExposure.of(table, timing, horizon, from, to).exposure();
    }

    private static RateEvidence evidence(ConversionExposure exposure) {
        return new RateEvidence(exposure.exposure(), exposure.deals());
    }

    /** @param kin by whose rates the prior is set, and the first and last of their cohort days */
    private Forecast forecast(
            Known known, List<Violation> members, boolean overall, List<RateEvidence> kin, int kinFrom, int kinTo) {
        int from = known.from();
        int asOf = known.asOf();
        CohortTable table = Violations.table(members.stream(), asOf, trackedFrom);
        BetaPrior prior = kin.isEmpty() ? BetaPrior.weak() : BetaPrior.empiricalBayes(kin);
        double central = exposure(known.all(), known.timing(), kinFrom, kinTo);
        RatePosterior rate = RatePosterior.mixture(
                known.dispersion(),
                known.timing().plausible().stream()
                        .map(p -> new RatePosterior.Case(
                                p.weight(),
                                kin.isEmpty()
                                        ? prior
                                        : prior.times(central / exposure(known.all(), p.timing(), kinFrom, kinTo)),
                                ConversionExposure.of(table, p.timing(), horizon, from, asOf)))
                        .toList());
        List<Violation> window = members.stream()
                .filter(v -> v.received() >= from && v.received() <= asOf)
                .toList();
        double size = window.size();
        double soFar = window.stream()
                .filter(v -> v.closedBy(asOf) && v.closedWithin(horizon))
                .count();
        double truth = window.stream().mapToDouble(this::outcome).sum() / size;
        return new Forecast(known.origin(), overall, soFar / size, truth, rate.interval(LEVEL));
    }

    private double outcome(Violation inquiry) {
        double realised = inquiry.closedWithin(horizon) ? 1 : 0;
        return Double.isNaN(inquiry.chance()) ? realised : inquiry.chance();
    }

    /** Takes in the forecasts of another market. */
    RollingOrigin and(RollingOrigin other) {
        forecasts.addAll(other.forecasts);
        return this;
    }

    /** Mean |matured - truth| / mean |naive - truth|. */
    double errorLeft(boolean overall) {
        return errorLeft(of(overall));
    }

    /** The share of forecasts whose 90 % interval held what came true. */
    double held(boolean overall) {
        return held(of(overall));
    }

    private List<Forecast> of(boolean overall) {
        return forecasts.stream().filter(f -> f.overall() == overall).toList();
    }

    private static double errorLeft(List<Forecast> forecasts) {
        double matured = forecasts.stream()
                .mapToDouble(f -> Math.abs(f.matured().estimate() - f.truth()))
                .sum();
        return matured
                / forecasts.stream()
                        .mapToDouble(f -> Math.abs(f.naive() - f.truth()))
                        .sum();
    }

    private static double held(List<Forecast> forecasts) {
        return (double) forecasts.stream().filter(Forecast::held).count() / forecasts.size();
    }

    /** A table by origin, and all. */
    String table(String title) {
        StringBuilder text = new StringBuilder(title)
                .append(
                        "\n| origin | naive | truth | matured | 90 % interval | error left | held | groups: error left | held |\n")
                .append("|---|---|---|---|---|---|---|---|---|\n");
        Map<String, List<Forecast>> byOrigin =
                forecasts.stream().collect(Collectors.groupingBy(Forecast::origin, TreeMap::new, Collectors.toList()));
        byOrigin.forEach((origin, here) -> text.append(row(origin, here)));
        return text.append(row("all", forecasts)).toString();
    }

    private static String row(String origin, List<Forecast> here) {
        List<Forecast> overall = here.stream().filter(Forecast::overall).toList();
        List<Forecast> groups = here.stream().filter(f -> !f.overall()).toList();
        return String.format(
                Locale.ROOT,
                "| %s | %.3f | %.3f | %.3f | %.3f to %.3f | %.2f | %d of %d | %.2f | %d of %d |%n",
                origin,
                overall.stream().mapToDouble(Forecast::naive).average().orElse(0),
                overall.stream().mapToDouble(Forecast::truth).average().orElse(0),
                overall.stream()
                        .mapToDouble(f -> f.matured().estimate())
                        .average()
                        .orElse(0),
                overall.stream().mapToDouble(f -> f.matured().low()).average().orElse(0),
                overall.stream().mapToDouble(f -> f.matured().high()).average().orElse(0),
                errorLeft(overall),
                overall.stream().filter(Forecast::held).count(),
                overall.size(),
                errorLeft(groups),
                groups.stream().filter(Forecast::held).count(),
                groups.size());
    }
}
