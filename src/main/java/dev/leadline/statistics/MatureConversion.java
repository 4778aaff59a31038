package dev.leadline.statistics;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Cumulative conversion over a whole horizon, of which the data carries only a part. Up to K, {@link
 * CumulativeConversion#lastSupportedLag()}, it is {@link CumulativeConversion}; beyond, 1 - F(k) = (1 - F(K)) (1 - c
 * G(k+1)) / (1 - c G(K+1)) by mixture-cure models of five families of delay (exponential, Weibull, log-normal, log-logistic,
 * generalised gamma), averaged by their Akaike weights. Beyond the horizon it is flat.
 *
 * <p>Where fewer than {@value CumulativeConversion#SUPPORT} inquiries have been followed at all, K is the last lag with anyone
 * at risk: a model of three parameters has less to stand on than so few counts themselves.
 *
 * <p>The models are fitted by likelihood with a weak prior (see {@link CureLikelihood}), so that there is always an answer: one
 * deal alone, cohorts all young, every inquiry converted. Before the first deal nothing is taken to come; the interval then says
 * what may.
 *
 * <p>Sources: J. W. Boag (1949) and J. Berkson and R. P. Gage (1952) for the model; K. P. Burnham and D. R. Anderson (2002) for
 * the weights.
 */
public final class MatureConversion implements TimingCurve {

    /** With fewer deals the model rests more on what is typical than on the data. */
    private static final int DEALS_FOR_TAIL = 20;

    private final CumulativeConversion observed;
    private final int horizon;
    private final int carried;
    private final long deals;
    private final Map<DelayFamily, Double> families;
    private final PendingTail tail;
    private final double[] curve;
    private final List<PlausibleTiming> plausible;

    private MatureConversion(
            CumulativeConversion observed,
            int horizon,
            int carried,
            long deals,
            Map<DelayFamily, Double> families,
            PendingTail tail) {
        this.observed = observed;
        this.horizon = horizon;
        this.carried = carried;
        this.deals = deals;
        this.families = families;
        this.tail = tail;
        this.curve = new double[horizon + 1];
        for (int k = 0; k <= horizon; k++) {
            curve[k] = k <= carried || families.isEmpty()
                    ? observed.at(Math.min(k, carried))
                    : tail.meanConverted(observed.at(carried), k);
        }
        this.plausible = new PlausibleTimings(observed, tail, carried, horizon).curves();
    }

    /**
     * Continues a curve to a horizon.
     *
     * @param table the cohorts, possibly none
     * @param observed their cumulative conversion, {@link CumulativeConversion#fit(CohortTable)}
     * @param horizon the horizon H in days, not negative
     * @return the curve
     * @throws IllegalArgumentException if the horizon is negative
     */
    public static MatureConversion fit(CohortTable table, CumulativeConversion observed, int horizon) {
        return fit(FollowUp.of(table), observed, horizon, horizon);
    }

    /**
     * The same of several tables together.
     *
     * @param typical the horizon from which a typical delay is taken
     * @param horizon as far as the curve goes
     */
    static MatureConversion fit(FollowUp all, CumulativeConversion observed, int typical, int horizon) {
        Check.argument(horizon >= 0, "horizon", "not negative", horizon);
        int carried = Math.min(horizon, observed.carriedLag());
        double share = observed.at(carried);
        long deals = Math.round(all.totalDeals());
        if (carried >= horizon || deals == 0 || share >= 1) {
            PendingTail none = PendingTail.none(carried, horizon);
            return new MatureConversion(observed, horizon, carried, deals, Map.of(), none);
        }
        CureModelAverage families = CureModelAverage.of(LagCounts.of(all), typical, share);
        PendingTail tail = PendingTail.of(families.models(), carried, horizon);
        return new MatureConversion(observed, horizon, carried, deals, families.weights(), tail);
    }

    /**
     * @param lag any lag in days
     * @return F(lag): 0 below lag 0, flat beyond the horizon
     */
    @Override
    public double at(int lag) {
        return lag < 0 ? 0 : curve[Math.min(lag, horizon)];
    }

    /** @return the last lag at which the figure is counted and not modelled; -1 if there is none */
    public int carriedLag() {
        return carried;
    }

    /** @return the share of F(H) that lies beyond the carried lag and comes from the model, 0 to 1 */
    public double extrapolatedShare() {
        return at(horizon) <= 0 ? 0 : 1 - at(carried) / at(horizon);
    }

    /**
     * The interval of F at a lag: up to the carried lag that of {@link CumulativeConversion#interval}; beyond, the models' spread
     * is added to it on the scale of -ln(1 - F). Before the first deal the high bound is that of the carried lag over the share of
     * deals that typically come by then.
     *
     * @param lag any lag in days
     * @param level the probability between the bounds, above 0 and below 1
     * @return the interval; 0 to 1 where nothing is known
     * @throws IllegalArgumentException if the level is no probability
     */
    public Interval interval(int lag, double level) {
        int k = Math.min(lag, horizon);
        if (k <= carried) {
            return observed.interval(k, level);
        }
        Interval known = observed.interval(Math.max(0, carried), level);
        if (families.isEmpty()) {
            double high = deals > 0
                    ? known.high()
                    : Math.min(1, known.high() / CureLikelihood.typicalShareBy(carried, horizon));
            return new Interval(known.estimate(), known.low(), high, level);
        }
        double converted = -Math.log1p(-observed.at(carried));
        if (converted <= 0) {
            return new Interval(at(k), 0, 1 - (1 - known.high()) * tail.leastLeft(k), level);
        }
        double quantile = (1 - level) / 2;
        double low = quantile(quantile, k, converted);
        double high = quantile(1 - quantile, k, converted);
        // The estimate is a geometric mean, which a very narrow interval may leave out.
        return new Interval(at(k), Math.min(at(k), low), Math.max(at(k), high), level);
    }

    /** The quantile of 1 - exp(-(A + B)): A log-normal about what is observed, B what a model adds. */
    private double quantile(double q, int lag, double converted) {
        double error = Math.sqrt(observed.variance(carried)) / converted;
        double farthest = converted * Math.exp(-2 * StandardNormal.quantile(Math.min(q, 1 - q)) * error)
                - Math.log(tail.leastLeft(lag));
        double sum = MonotoneRoot.of(x -> probabilityAtMost(x, lag, converted, error) - q, 0, farthest);
        return -Math.expm1(-sum);
    }

    private double probabilityAtMost(double sum, int lag, double converted, double error) {
        double probability = 0;
        for (int m = 0; m < tail.models(); m++) {
            double rest = sum + Math.log(tail.left(m, lag));
            if (rest > 0) {
                probability += tail.weight(m) * StandardNormal.cumulative(Math.log(rest / converted) / error);
            }
        }
        return probability;
    }

    /**
     * A few curves that stand for what is plausible, for a posterior that takes the uncertainty of timing in: {@link
     * RatePosterior#mixture}.
     *
     * @return one to five curves, of weights that sum to 1
     */
    public List<PlausibleTiming> plausible() {
        return plausible;
    }

    /** @return how the figure at the horizon was arrived at, in words */
    public String method() {
        if (families.isEmpty()) {
            return "Kaplan-Meier with delayed entry, log-log interval";
        }
        String weights = families.entrySet().stream()
                .sorted(Map.Entry.<DelayFamily, Double>comparingByValue().reversed())
                .map(e -> String.format(Locale.ROOT, "%s %.0f %%", e.getKey().words(), 100 * e.getValue()))
                .collect(Collectors.joining(", "));
        return "Kaplan-Meier with delayed entry to " + carried + " days, then a mixture-cure model (" + weights + ")";
    }

    /** @return what a reader of the figure at the horizon has to know; empty where it is counted throughout */
    public Optional<String> note() {
        if (carried >= horizon || observed.at(carried) >= 1) {
            return Optional.empty();
        }
        boolean few = carried >= observed.lastSupportedLag();
        String followed = few
                ? "Fewer than " + CumulativeConversion.SUPPORT + " inquiries have been followed for longer than "
                        + Math.max(0, carried + 1) + " days; "
                : "Too few deals are on record at more than " + (carried + 1) + " days to count on; ";
        if (deals == 0) {
            return Optional.of(followed + "with no deal yet, how many come later is not known.");
        }
        String share = extrapolatedShare() < 0.01
                ? "under 1 %"
                : String.format(Locale.ROOT, "%.0f %%", 100 * extrapolatedShare());
        String thin = deals < DEALS_FOR_TAIL
                ? " With so few deals (" + deals + ") that rests on what is typical more than on the data."
                : "";
        return Optional.of(
                followed + share + " of the conversion by the horizon is expected later, by a model." + thin);
    }
}
