package dev.leadline.analysis.diagnosis;

import dev.leadline.ledger.Dimension;
import dev.leadline.statistics.ValuePrior;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Tells, by {@link Kitagawa}, what of a difference between a segment and its peers comes from what the segment is made of. A stratum
 * of which little is known is taken to be like that of the peers, and theirs like the peers as a whole.
 */
final class MixDecomposition {

    /** The weight, in deals, with which it is taken so. */
    private static final double PRIOR_DEALS = 5;
    /** Where less of a segment than this is of a kind that its peers have too, they tell nothing of its mix. */
    private static final double FEWEST_SHARED = 0.8;

    private final Composition composition;
    /** Deals by exposure. */
    private final Columns rates;
    /** Logarithms of margins by deals. */
    private final Columns margins;
    /** Of the logarithms of margins, within values. */
    private final double variance;

    MixDecomposition(Composition composition) {
        this.composition = composition;
        this.rates = Columns.of(composition, Composition.Stratum::exposure, Composition.Stratum::deals);
        this.margins = Columns.of(composition, Composition.Stratum::valued, Composition.Stratum::logs);
        this.variance = variance(composition);
    }

    /**
     * Of the conversion rate; strata weigh by their exposure.
     *
     * @param peers how much each segment counts in the mean that this one is compared with
     */
    Optional<MixEffect> conversion(int member, double[] peers) {
        Side own = own(member, rates);
        Side others = others(member, peers, rates);
        if (own.weight() <= 0 || others.sum() < PRIOR_DEALS) {
            return Optional.empty();
        }
        // Deals are counts: the variance of a rate is the rate, per unit of exposure.
        return effect(FactorKind.CONVERSION, own, others, PRIOR_DEALS / others.mean(), rate -> rate);
    }

    /**
     * Of the margin of a deal, on the scale of its logarithm; strata weigh by their deals. Only by product: that deals bring little
     * in a region is mostly the doing of the products sold there.
     *
     * @param peers how much each segment counts in the mean that this one is compared with
     */
    Optional<MixEffect> value(int member, double[] peers) {
        if (composition.by() != Dimension.PRODUCT) {
            return Optional.empty();
        }
        Side own = own(member, margins);
        Side others = others(member, peers, margins);
        if (own.weight() < ValuePrior.PRIOR_DEALS || others.weight() < ValuePrior.PRIOR_DEALS) {
            return Optional.empty();
        }
        return effect(FactorKind.VALUE, own, others, PRIOR_DEALS, mean -> variance);
    }

    /**
     * @param prior the weight of what a stratum is taken to be
     * @param varianceOf of a level, per unit of weight
     */
    private Optional<MixEffect> effect(
            FactorKind kind, Side own, Side others, double prior, DoubleUnaryOperator varianceOf) {
        int size = composition.values().size();
        double[] ownLevels = new double[size];
        double[] levels = new double[size];
        double mean = others.mean();
        double shared = 0;
        for (int i = 0; i < size; i++) {
            levels[i] = (others.sums[i] + prior * mean) / (others.weights[i] + prior);
            ownLevels[i] = (own.sums[i] + prior * levels[i]) / (own.weights[i] + prior);
            shared += others.weights[i] >= prior ? own.shares[i] : 0;
        }
        if (size < 2 || shared < FEWEST_SHARED) {
            return Optional.empty();
        }
        Kitagawa divided = Kitagawa.of(own.shares, ownLevels, others.shares, levels);
        double scale = kind == FactorKind.CONVERSION ? divided.logarithmicMean() : 1;
        double centre = (divided.own() + divided.peers()) / 2;
        double uncertain = 0;
        double most = Double.NEGATIVE_INFINITY;
        int main = 0;
        for (int i = 0; i < size; i++) {
            double more = own.shares[i] - others.shares[i];
            uncertain += more * more * varianceOf.applyAsDouble(levels[i]) / (others.weights[i] + prior);
            double cost = kind.worse() * more * ((ownLevels[i] + levels[i]) / 2 - centre);
            if (cost > most) {
                most = cost;
                main = i;
            }
        }
        return Optional.of(new MixEffect(
                composition.by(),
                new LogEstimate(kind.worse() * divided.mix() / scale, Math.sqrt(uncertain) / scale),
                composition.values().get(main),
                own.shares[main] > others.shares[main]));
    }

    /** By stratum its share of the whole, its weight, and the sum of which sum / weight is its level. */
    private record Side(double[] shares, double[] weights, double[] sums) {

        double weight() {
            return DoubleStream.of(weights).sum();
        }

        double sum() {
            return DoubleStream.of(sums).sum();
        }

        double mean() {
            return sum() / weight();
        }

        private void add(Columns columns, int segment, double perWeight) {
            int[] values = columns.values[segment];
            double[] own = columns.weights[segment];
            double[] ownSums = columns.sums[segment];
            for (int i = 0; i < values.length; i++) {
                shares[values[i]] += perWeight * own[i];
                weights[values[i]] += own[i];
                sums[values[i]] += ownSums[i];
            }
        }
    }

    /** By segment its strata in columns, for every segment is summed once for each of its peers. */
    private record Columns(int[][] values, double[][] weights, double[][] sums, double[] wholes) {

        static Columns of(
                Composition composition,
                ToDoubleFunction<Composition.Stratum> weight,
                ToDoubleFunction<Composition.Stratum> sum) {
            int size = composition.segments().size();
            Columns columns = new Columns(new int[size][], new double[size][], new double[size][], new double[size]);
            for (int segment = 0; segment < size; segment++) {
                List<Composition.Stratum> strata = composition.segments().get(segment);
                columns.values[segment] =
                        strata.stream().mapToInt(Composition.Stratum::value).toArray();
                columns.weights[segment] = strata.stream().mapToDouble(weight).toArray();
                columns.sums[segment] = strata.stream().mapToDouble(sum).toArray();
                columns.wholes[segment] =
                        DoubleStream.of(columns.weights[segment]).sum();
            }
            return columns;
        }
    }

    private Side own(int member, Columns columns) {
        double[] alone = new double[columns.wholes.length];
        alone[member] = 1;
        return side(alone, columns);
    }

    private Side others(int member, double[] peers, Columns columns) {
        double[] others = peers.clone();
        others[member] = 0;
        return side(others, columns);
    }

    /** The shares are the mean of the segments' shares, as the figure is the mean of theirs; what is known of a stratum is summed. */
    private Side side(double[] counts, Columns columns) {
        int size = composition.values().size();
        Side side = new Side(new double[size], new double[size], new double[size]);
        double counted = 0;
        for (int segment = 0; segment < counts.length; segment++) {
            if (counts[segment] > 0 && columns.wholes[segment] > 0) {
                counted += counts[segment];
                side.add(columns, segment, counts[segment] / columns.wholes[segment]);
            }
        }
        for (int i = 0; i < size && counted > 0; i++) {
            side.shares[i] /= counted;
        }
        return side;
    }

    private static double variance(Composition composition) {
        int size = composition.values().size();
        double[] deals = new double[size];
        double[] logs = new double[size];
        double[] squares = new double[size];
        for (List<Composition.Stratum> segment : composition.segments()) {
            for (Composition.Stratum stratum : segment) {
                deals[stratum.value()] += stratum.valued();
                logs[stratum.value()] += stratum.logs();
                squares[stratum.value()] += stratum.squares();
            }
        }
        double within = 0;
        for (int i = 0; i < size; i++) {
            within += deals[i] > 0 ? squares[i] - logs[i] * logs[i] / deals[i] : 0;
        }
        double all = DoubleStream.of(deals).sum();
        return all > 0 ? Math.max(0, within) / all : 0;
    }
}
