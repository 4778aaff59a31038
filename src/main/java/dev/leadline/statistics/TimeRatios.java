package dev.leadline.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How much longer or shorter the deals of each of several segments take: the accelerated failure time model. All have one
 * distribution of the days to a deal, of no family, each in units of its own; the logarithms of these units are normal about 0, their spread
 * learnt from the segments, so that one of few deals is taken to be about as fast as the others.
 *
 * <p>The units are learnt from deals alone, each compared with the times at which it would have been seen, so that a conversion rate
 * that has changed is not mistaken for a change of speed. What an inquiry shows by when is then estimated in these units from all segments
 * together, as of one table: {@link #timing()}.
 *
 * <p>Sources: J. D. Kalbfleisch and R. L. Prentice (2002), The Statistical Analysis of Failure Time Data, chapter 7, for the model; N. Breslow
 * (1974), Covariance analysis of censored survival data, Biometrics 30, 89-99, for the timing in common of segments whose rates differ.
 */
public final class TimeRatios {

    /** Spreads of the logarithm of the units that are weighed against each other. */
    private static final double[] SPREADS = {0.15, 0.3, 0.5, 0.8, 1.2};

    /** In bins of the distribution: a fifth on the scale of the logarithm. */
    private static final int STEP = 2;
    /** Units up to eleven times as long or short as is usual. */
    private static final int STEPS_EACH_WAY = 12;

    private static final double[][] PRIORS =
            Arrays.stream(SPREADS).mapToObj(TimeRatios::prior).toArray(double[][]::new);

    /** Units and the distribution in common are learnt in turn, so many times each. */
    private static final int ROUNDS = 6;
    /** A first guess of a unit counts for a segment's deals against so many. */
    private static final double GUESS = 4;

    /** A unit of less probability adds nothing to the common distribution. */
    private static final double LEAST_SHARE = 0.01;
    /** A unit of less probability, and with such neighbours, is not looked at again. */
    private static final double NEGLIGIBLE = 1e-4;
    /** Keeps a timing that never comes from being divided by 0. */
    private static final double LEAST_LEVEL = 1e-12;
    /** The timing is followed to as many horizons, in units of the fastest. */
    private static final double FARTHEST = 8;

    private static final GaussHermite NODES = GaussHermite.THREE;

    private final List<TimeRatio> ratios;
    private final MatureConversion timing;

    private final int horizon;

    private TimeRatios(List<TimeRatio> ratios, MatureConversion timing, int horizon) {
        this.ratios = ratios;
        this.timing = timing;
        this.horizon = horizon;
    }

    /**
     * A timing of a segment that the data leaves plausible.
     *
     * @param weight its probability, above 0; those of one segment sum to 1
     * @param timing F by lag in days
     * @param factor the mean of what was given for the usual timings behind it
     */
    public record Plausible(double weight, TimingCurve timing, double factor) {}

    /**
     * Estimates the ratios.
     *
     * @param tables of the segments, of the same days
     * @param horizon H in days, not negative
     * @return the ratios, one by table; empty where it is likelier that all take as long
     * @throws IllegalArgumentException if the horizon is negative
     */
    public static Optional<TimeRatios> fit(List<CohortTable> tables, int horizon) {
        Check.argument(horizon >= 0, "horizon", "not negative", horizon);
        List<LagSample> samples =
                tables.stream().map(table -> LagSample.of(table, horizon)).toList();
        double deals = samples.stream().mapToDouble(LagSample::weight).sum();
        if (samples.stream().filter(sample -> sample.weight() > 0).count() < 2) {
            return Optional.empty();
        }
        double meanLog =
                samples.stream().mapToDouble(s -> s.weight() * s.meanLog()).sum() / deals;
        double without = withoutUnits(samples, meanLog);
        double[][] shares = guess(samples, meanLog);
        LogLagDistribution usual = LogLagDistribution.prior(meanLog);
        double evidence = 0;
        for (int round = 0; round < ROUNDS; round++) {
            usual = usual.refined(weighted(samples, shares), meanLog);
            evidence = update(samples, usual, shares, round == 0);
        }
        if (evidence <= without) {
            return Optional.empty();
        }
        List<TimeRatio> ratios = Arrays.stream(shares).map(TimeRatios::ratio).toList();
        return Optional.of(new TimeRatios(ratios, timing(tables, ratios, usual, horizon), horizon));
    }

    /** The log likelihood where all take as long. */
    private static double withoutUnits(List<LagSample> samples, double meanLog) {
        LogLagDistribution usual = LogLagDistribution.prior(meanLog);
        for (int round = 0; round < ROUNDS; round++) {
            usual = usual.refined(
                    samples.stream()
                            .map(sample -> new LogLagDistribution.Weighted(sample, 0, 1))
                            .toList(),
                    meanLog);
        }
        double sum = 0;
        for (LagSample sample : samples) {
            sum += usual.logLikelihood(sample, 0);
        }
        return sum;
    }

    private static double[][] guess(List<LagSample> samples, double meanLog) {
        double[][] shares = new double[samples.size()][2 * STEPS_EACH_WAY + 1];
        for (int s = 0; s < shares.length; s++) {
            double n = samples.get(s).weight();
            long step = Math.round(n / (n + GUESS) * (samples.get(s).meanLog() - meanLog) / LogLagBins.width(STEP));
            shares[s][(int) Math.min(2 * STEPS_EACH_WAY, Math.max(0, STEPS_EACH_WAY + step))] = 1;
        }
        return shares;
    }

    private static List<LogLagDistribution.Weighted> weighted(List<LagSample> samples, double[][] shares) {
        List<LogLagDistribution.Weighted> weighted = new ArrayList<>();
        for (int s = 0; s < shares.length; s++) {
            for (int z = 0; z < shares[s].length; z++) {
                if (shares[s][z] > LEAST_SHARE && samples.get(s).weight() > 0) {
                    weighted.add(new LogLagDistribution.Weighted(samples.get(s), bins(z), shares[s][z]));
                }
            }
        }
        return weighted;
    }

    private static int bins(int z) {
        return (z - STEPS_EACH_WAY) * STEP;
    }

    private static double logRatio(int z) {
        return LogLagBins.width(bins(z));
    }

    /**
     * Sets the posterior of each unit, and tells the log of the marginal likelihood.
     *
     * @param everywhere whether any unit may be likely; else only those that were, and their neighbours
     */
    private static double update(
            List<LagSample> samples, LogLagDistribution usual, double[][] shares, boolean everywhere) {
        double[][] likelihoods = new double[samples.size()][2 * STEPS_EACH_WAY + 1];
        double[][] means = new double[samples.size()][SPREADS.length];
        double[] bySpread = new double[SPREADS.length];
        for (int s = 0; s < likelihoods.length; s++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int z = 0; z < likelihoods[s].length; z++) {
                likelihoods[s][z] = everywhere || mayBeLikely(shares[s], z)
                        ? usual.logLikelihood(samples.get(s), bins(z))
                        : Double.NEGATIVE_INFINITY;
                best = Math.max(best, likelihoods[s][z]);
            }
            for (int z = 0; z < likelihoods[s].length; z++) {
                likelihoods[s][z] = Math.exp(likelihoods[s][z] - best);
            }
            for (int t = 0; t < SPREADS.length; t++) {
                for (int z = 0; z < likelihoods[s].length; z++) {
                    means[s][t] += PRIORS[t][z] * likelihoods[s][z];
                }
                bySpread[t] += best + Math.log(means[s][t]);
            }
        }
        double likeliest = Arrays.stream(bySpread).max().orElseThrow();
        double[] weights = new double[SPREADS.length];
        double all = 0;
        for (int t = 0; t < SPREADS.length; t++) {
            weights[t] = Math.exp(bySpread[t] - likeliest);
            all += weights[t];
        }
        for (int s = 0; s < likelihoods.length; s++) {
            Arrays.fill(shares[s], 0);
            for (int t = 0; t < SPREADS.length; t++) {
                double factor = weights[t] / all / means[s][t];
                for (int z = 0; z < shares[s].length; z++) {
                    shares[s][z] += factor * PRIORS[t][z] * likelihoods[s][z];
                }
            }
        }
        return likeliest + Math.log(all / SPREADS.length);
    }

    private static boolean mayBeLikely(double[] shares, int z) {
        return shares[z] > NEGLIGIBLE
                || z > 0 && shares[z - 1] > NEGLIGIBLE
                || z + 1 < shares.length && shares[z + 1] > NEGLIGIBLE;
    }

    private static double[] prior(double spread) {
        double[] prior = new double[2 * STEPS_EACH_WAY + 1];
        double sum = 0;
        for (int z = 0; z < prior.length; z++) {
            double score = logRatio(z) / spread;
            prior[z] = Math.exp(-score * score / 2);
            sum += prior[z];
        }
        for (int z = 0; z < prior.length; z++) {
            prior[z] /= sum;
        }
        return prior;
    }

    private static TimeRatio ratio(double[] shares) {
        double mean = 0;
        double square = 0;
        for (int z = 0; z < shares.length; z++) {
            mean += shares[z] * logRatio(z);
            square += shares[z] * logRatio(z) * logRatio(z);
        }
        return new TimeRatio(mean, Math.sqrt(Math.max(0, square - mean * mean)));
    }

    /** The timing in units, from all tables as if their rates were one: an inquiry of one with twice the rate counts for two. */
    private static MatureConversion timing(
            List<CohortTable> tables, List<TimeRatio> ratios, LogLagDistribution usual, int horizon) {
        double[] exposure = new double[tables.size()];
        double[] deals = new double[tables.size()];
        double farthest = 1;
        for (int s = 0; s < exposure.length; s++) {
            TimeRatio ratio = ratios.get(s);
            CohortTable table = tables.get(s);
            CohortMaturity shown =
                    CohortMaturity.of(table, lag -> usual.upTo(Math.log(lag + 1.0) - ratio.logMean()), horizon);
            long[] before = table.firstDealsBefore(horizon);
            deals[s] = before[before.length - 1];
            for (int i = 0; i < table.days(); i++) {
                exposure[s] += table.inquiries(i) * shown.observed(i);
            }
            farthest = Math.max(farthest, 1 / ratio.at(NODES.score(0)));
        }
        double rate = Arrays.stream(deals).sum() / Arrays.stream(exposure).sum();
        FollowUp all = FollowUp.of(IntStream.range(0, exposure.length)
                .mapToObj(s -> new FollowUp.Part(
                        tables.get(s), ratios.get(s).at(0), (deals[s] + 1) / (exposure[s] * rate + 1)))
                .toList());
        int reach = (int) Math.ceil((horizon + 1) * Math.min(FARTHEST, farthest));
        return MatureConversion.fit(all, CumulativeConversion.fit(all), horizon, reach);
    }

    /**
     * @param table its number in the list
     * @return how much longer its deals take than is usual
     */
    public TimeRatio ratio(int table) {
        return ratios.get(table);
    }

    /** What an inquiry shows by when, in units of what is usual; see {@link TimeRatio#applied}. */
    public MatureConversion timing() {
        return timing;
    }

    /**
     * The likeliest timing of a segment.
     *
     * @param table its number in the list
     * @return F by lag in days
     */
    public TimingCurve likeliest(int table) {
        return ratios.get(table).applied(timing, 0);
    }

    /**
     * What is plausible of a segment: each plausible usual timing by three ratios, averaged in a handful of groups of about equal
     * probability by how much comes late.
     *
     * @param table its number in the list
     * @param factors a number for each of the {@link MatureConversion#plausible() plausible usual timings}
     * @return one to five timings, of weights that sum to 1
     */
    public List<Plausible> plausible(int table, double[] factors) {
        TimeRatio ratio = ratios.get(table);
        List<PlausibleTiming> usual = timing.plausible();
        int middle = middle(likeliest(table));
        int count = usual.size() * NODES.size();
        double[] weights = new double[count];
        double[] lateness = new double[count];
        TimingCurve[] curves = new TimingCurve[count];
        for (int i = 0; i < count; i++) {
            PlausibleTiming one = usual.get(i / NODES.size());
            weights[i] = one.weight() * NODES.weight(i % NODES.size());
            curves[i] = ratio.applied(one.timing(), NODES.score(i % NODES.size()));
            lateness[i] = -curves[i].at(middle) / Math.max(LEAST_LEVEL, curves[i].at(horizon));
        }
        int[] groups = PlausibleTimings.groups(weights, lateness);
        double[][] sums = new double[PlausibleTimings.GROUPS][horizon + 1];
        double[] weight = new double[PlausibleTimings.GROUPS];
        double[] factor = new double[PlausibleTimings.GROUPS];
        for (int i = 0; i < count; i++) {
            double level = Math.max(LEAST_LEVEL, curves[i].at(horizon));
            weight[groups[i]] += weights[i];
            factor[groups[i]] += weights[i] * factors[i / NODES.size()];
            for (int k = 0; k <= horizon; k++) {
                sums[groups[i]][k] += weights[i] * curves[i].at(k) / level;
            }
        }
        List<Plausible> plausible = new ArrayList<>();
        for (int group = 0; group < sums.length; group++) {
            if (weight[group] > 0) {
                double[] sum = sums[group];
                double all = weight[group];
                plausible.add(new Plausible(
                        all, lag -> lag < 0 ? 0 : sum[Math.min(lag, horizon)] / all, factor[group] / all));
            }
        }
        return List.copyOf(plausible);
    }

    /** The lag by which half has come. */
    private int middle(TimingCurve timing) {
        int lag = 0;
        while (lag < horizon && timing.at(lag) < timing.at(horizon) / 2) {
            lag++;
        }
        return lag;
    }
}
