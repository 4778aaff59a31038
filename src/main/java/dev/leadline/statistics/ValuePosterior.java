package dev.leadline.statistics;

/**
 * The posterior of the mean value of a converting inquiry, in money: the mean margin of a first deal, times all margin over first-deal
 * margin.
 *
 * <p>No law of the margins is taken on trust. The mean of those above 0 is that of a Dirichlet process: the segment's own
 * deals weigh one each, and the sizes that other segments' deals have relative to their own segment ({@link ValuePrior}), at the size
 * of this one, {@value #MOST_WEIGHT} together at most. So samples, articles a hundred times apart and rare large orders count for what
 * they are. Own deals are {@linkplain Smoothing smoothed}. How far single deals lie from their mean is told less surely than the mean
 * itself, and heavy tails show late: for that the others weigh up to {@value #MOST_WEIGHT_IN_SPREAD} deals. Deals at a loss are a beta
 * distributed share with a mean loss.
 *
 * <p>The first three moments of all this are known, averaged over what is not known of the segment's size. A {@linkplain
 * ShiftedLogNormal shifted log-normal} with the same stands for the posterior, skewed by no more than a log-normal that is not shifted:
 * beyond that its lower bound would be too sure. Where nobody knows whether {@linkplain OddOrders odd} large orders come again, it is
 * one with them or one without.
 *
 * <p>Source: T. S. Ferguson (1973), A Bayesian analysis of some nonparametric problems, Annals of Statistics 1, 209-230; D. B.
 * Rubin (1981), The Bayesian bootstrap, Annals of Statistics 9, 130-134; for the weight of the others H. Bühlmann (1967), Experience
 * rating and credibility, ASTIN Bulletin 4, 199-207. How it holds in simulation: docs/methods/derivations.md.
 */
public final class ValuePosterior {

    /** The others' deals weigh so many at most in the mean. */
    static final double MOST_WEIGHT = 16;

    /** And so many in how far single deals lie from it. */
    static final double MOST_WEIGHT_IN_SPREAD = 60;

    /** The same where no other segment has a deal, and only the body and the tail of {@link ValuePrior} stand beside its own. */
    private static final double LEAST_WEIGHT = 6;

    private static final double LEAST_WEIGHT_IN_SPREAD = 10;

    /** The share at a loss differs much between segments, and to miss it is expensive: what others lose is worth half a deal. */
    private static final double LOSS_CASES_OF_OTHERS = 0.5;

    /** A scope whose first deals bring a hundredth of all margin lives on what follows them; more is an accident of few deals. */
    private static final double LARGEST_RATIO = 100;

    private static final GaussHermite NODES = GaussHermite.FIVE;

    /** Of the mean; each as likely. */
    private final ShiftedLogNormal[] laws;

    private final double ratio;
    private final double meanOfOrder;
    private final double meanSquareOfOrder;
    private final boolean losses;

    private ValuePosterior(
            ShiftedLogNormal[] laws, double ratio, double meanOfOrder, double meanSquareOfOrder, boolean losses) {
        this.laws = laws;
        this.ratio = ratio;
        this.meanOfOrder = meanOfOrder;
        this.meanSquareOfOrder = meanSquareOfOrder;
        this.losses = losses;
    }

    /**
     * The value of a segment, shrunk to what is known of it before its own deals are seen.
     *
     * @param own first-deal margins of the segment
     * @param prior by its siblings or its parent, its own deals not among them
     * @param ratio all margin to first-deal margin, finite and not negative; see {@link #ratio}
     * @return the posterior
     * @throws IllegalArgumentException if the ratio is out of its domain, or nothing {@linkplain ValuePrior#tells tells} the value
     */
    public static ValuePosterior of(MarginStatistics own, ValuePrior prior, double ratio) {
        return of(own, OddOrders.Part.NONE, prior, ratio, 0);
    }

    /**
     * The same where some of the segment's deals are odd, and the ratio is not known for sure. Nobody knows whether the large ones come
     * again: as likely as not they do as often as so far, or never. The small ones are a share of their own, beta distributed, that
     * brings nothing.
     *
     * @param own without the small ones
     * @param odd the small ones, and which of its own are large
     * @param prior by its siblings or its parent, its own deals not among them
     * @param ratio the mean of all margin to first-deal margin, finite and not negative
     * @param relativeVariance the variance of that in terms of the square of its mean, finite and not negative
     * @return the posterior
     * @throws IllegalArgumentException if a number is out of its domain, or nothing {@linkplain ValuePrior#tells tells} the value
     */
    public static ValuePosterior of(
            MarginStatistics own, OddOrders.Part odd, ValuePrior prior, double ratio, double relativeVariance) {
        Check.nonNegative(ratio, "ratio");
        Check.nonNegative(relativeVariance, "relativeVariance");
        Check.argument(prior.tells(own), "own", "deals that tell a value, with the prior's", own);
        boolean doubtful = odd.large().deals() > 0;
        ShiftedLogNormal[] laws = new ShiftedLogNormal[doubtful ? 2 : 1];
        double meanOfOrder = 0;
        double meanSquareOfOrder = 0;
        for (int way = 0; way < laws.length; way++) {
            Worth worth =
                    Worth.of(way == 0 ? own : own.minus(odd.large()), prior).thinned(odd.small(), own.deals());
            laws[way] = distribution(worth.mean().times(relativeVariance));
            meanOfOrder += worth.meanOfOrder() / laws.length;
            meanSquareOfOrder += worth.meanSquareOfOrder() / laws.length;
        }
        return new ValuePosterior(laws, ratio, meanOfOrder, meanSquareOfOrder, own.losses() > 0 || prior.hasLosses());
    }

    /**
     * What a deal is worth.
     *
     * @param mean the moments of the posterior of the mean
     */
    private record Worth(Moments mean, double meanOfOrder, double meanSquareOfOrder) {

        static Worth of(MarginStatistics own, ValuePrior prior) {
            Gains gains = Gains.of(own, prior);
            if (own.losses() == 0 && !prior.hasLosses()) {
                return new Worth(
                        gains.mean(), gains.order().first(), gains.order().second());
            }
            double cases = own.deals() + LOSS_CASES_OF_OTHERS;
            double lossCases = own.losses() + LOSS_CASES_OF_OTHERS * prior.lossShare();
            double share = lossCases / cases;
            double loss = prior.meanLoss(own);
            // A loss is taken as exponential.
            return new Worth(
                    gains.mean().lessLosses(Moments.ofBeta(lossCases, cases - lossCases), loss),
                    (1 - share) * gains.order().first() - share * loss,
                    (1 - share) * gains.order().second() + 2 * share * loss * loss);
        }

        /** If beside so many deals there are others that bring nothing. */
        Worth thinned(long others, long deals) {
            if (others == 0 || deals == 0) {
                return this;
            }
            double share = (double) deals / (deals + others);
            return new Worth(
                    mean.lessLosses(Moments.ofBeta(others, deals), 0), share * meanOfOrder, share * meanSquareOfOrder);
        }
    }

    /**
     * What deals above 0 bring.
     *
     * @param mean the moments of the posterior of their mean
     * @param order the moments of a single one
     */
    private record Gains(Moments mean, Moments order) {

        static Gains of(MarginStatistics own, ValuePrior prior) {
            NormalInverseGamma size = prior.size(own);
            PowerSums others = prior.sizes(size.variance());
            PowerSums seen = Smoothing.of(own.gains(), size.variance());
            double known = prior.dealsOfOthers();
            double weight = LEAST_WEIGHT + (MOST_WEIGHT - LEAST_WEIGHT) * share(known, MOST_WEIGHT);
            double weightOfSpread = LEAST_WEIGHT_IN_SPREAD
                    + (MOST_WEIGHT_IN_SPREAD - LEAST_WEIGHT_IN_SPREAD) * share(known, MOST_WEIGHT_IN_SPREAD);
            Moments ofOthers = others.moments();
            double doubt =
                    Math.log1p(ofOthers.variance() / (ofOthers.first() * ofOthers.first()) / (others.count() + 1));
            double deviation = Math.sqrt(size.variance() / size.meanDeals() + doubt);
            Moments mean = Moments.ZERO;
            for (int i = 0; i < NODES.size(); i++) {
                PowerSums prices = others.scaled(Math.exp(size.mean() + deviation * NODES.score(i) - doubt / 2));
                Moments orders = mixed(seen, prices, weightOfSpread)
                        .withMean(mixed(seen, prices, weight).first());
                mean = mean.plus(NODES.weight(i), Moments.ofDirichletMean(orders, seen.count() + weight));
            }
            PowerSums prices = others.scaled(Math.exp(size.mean()));
            return new Gains(mean, mixed(seen, prices, weightOfSpread));
        }

        private static double share(double known, double most) {
            return known / (known + most);
        }

        private static Moments mixed(PowerSums seen, PowerSums others, double weight) {
            return seen.plus(others.weighed(weight / others.count())).moments();
        }
    }

    private static ShiftedLogNormal distribution(Moments moments) {
        double deviation = Math.sqrt(moments.variance());
        if (deviation == 0) {
            return ShiftedLogNormal.of(moments.first(), 0, 0);
        }
        double skewness = moments.thirdCentral() / (deviation * deviation * deviation);
        // A mean near 0 sets no bound.
        double most =
                ShiftedLogNormal.skewnessByVariation(deviation / Math.max(Math.abs(moments.first()), deviation / 2));
        return ShiftedLogNormal.of(moments.first(), moments.variance(), Math.max(-most, Math.min(most, skewness)));
    }

    /**
     * All margin to first-deal margin, made safe: 1 where first deals brought no margin, 0 where all margin is below
     * 0, and at most 100.
     *
     * @param allMargin margin of all deals of a scope by the horizon
     * @param firstDealMargin margin of its first deals
     * @return the ratio
     * @throws IllegalArgumentException if a margin is not finite
     */
    public static double ratio(double allMargin, double firstDealMargin) {
        Check.finite(allMargin, "allMargin");
        Check.finite(firstDealMargin, "firstDealMargin");
        return firstDealMargin <= 0 ? 1 : Math.min(LARGEST_RATIO, Math.max(0, allMargin / firstDealMargin));
    }

    /**
     * @param x money per deal, not NaN
     * @return the probability that the value is at most x
     * @throws IllegalArgumentException if x is NaN
     */
    public double probabilityAtMost(double x) {
        Check.argument(!Double.isNaN(x), "x", "a number", x);
        if (ratio == 0) {
            return x >= 0 ? 1 : 0;
        }
        double sum = 0;
        for (ShiftedLogNormal law : laws) {
            sum += StandardNormal.cumulative(law.score(x / ratio));
        }
        return sum / laws.length;
    }

    /**
     * @param q a probability, above 0 and below 1
     * @return the value that is not exceeded with probability q
     * @throws IllegalArgumentException if q is no probability
     */
    public double quantile(double q) {
        double z = StandardNormal.quantile(Check.probability(q, "q"));
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int law = 0; law < laws.length; law++) {
            low = Math.min(low, atScore(law, z));
            high = Math.max(high, atScore(law, z));
        }
        return low == high ? low : MonotoneRoot.of(x -> probabilityAtMost(x) - q, low, high);
    }

    /**
     * @param level the probability between the bounds, above 0 and below 1
     * @return the median with the interval of equal tails; the median, because it is nearly unbiased where the mean
     *     is not
     * @throws IllegalArgumentException if the level is no probability
     */
    public Interval interval(double level) {
        double tail = (1 - Check.level(level)) / 2;
        return new Interval(quantile(0.5), quantile(tail), quantile(1 - tail), level);
    }

    /** How many laws it may follow, each as likely. */
    int laws() {
        return laws.length;
    }

    /** The value at a standard normal score, by one of the laws. */
    double atScore(int law, double z) {
        return ratio * laws[law].atScore(z);
    }

    /** All margin to first-deal margin. */
    double ratio() {
        return ratio;
    }

    /** Whether deals at a loss are on record, here or among the others: then a single order may be one. */
    boolean hasLosses() {
        return losses;
    }

    /** The mean square of a single order's margin. */
    double meanSquareOfOrder() {
        return meanSquareOfOrder;
    }

    /** That mean square against the square of the mean. */
    double orderVariation() {
        return meanSquareOfOrder / (meanOfOrder * meanOfOrder);
    }

    /** About the standard deviation of the logarithm of the value, by the law that knows it best; infinite where it may be below 0. */
    double logSd() {
        double least = Double.POSITIVE_INFINITY;
        for (ShiftedLogNormal law : laws) {
            least = Math.min(least, logSd(law));
        }
        return least;
    }

    private static double logSd(ShiftedLogNormal law) {
        double low = law.atScore(-1);
        return low <= 0 ? Double.POSITIVE_INFINITY : Math.log(law.atScore(1) / low) / 2;
    }
}
