package dev.leadline.analysis.diagnosis;

import dev.leadline.ledger.Dimension;
import dev.leadline.statistics.ValuePosterior;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Tells, by {@link Kitagawa}, what of a difference between a segment and its peers comes from what the segment is made of. A part
 * of which little is known is taken to be like the peers' part, and theirs like the peers as a whole.
 */
final class Mixes {

    /** The weight, in deals, with which it is taken so. */
    private static final double PRIOR_DEALS = 5;
    /** Where less of a segment than this is of a kind that its peers have too, they tell nothing of its mix. */
    private static final double FEWEST_SHARED = 0.8;

    private final Composition composition;
    /** Of the logarithms of margins, within values. */
    private final double variance;

    Mixes(Composition composition) {
        this.composition = composition;
        this.variance = variance(composition);
    }

    /**
     * Of the conversion rate; parts weigh by their exposure.
     *
     * @param peers how much each segment counts in the mean that this one is compared with
     */
    Optional<MixEffect> conversion(int member, double[] peers) {
        Side own = own(member, Composition.Part::exposure, Composition.Part::deals);
        Side others = others(member, peers, Composition.Part::exposure, Composition.Part::deals);
        if (own.weight() <= 0 || others.sum() < PRIOR_DEALS) {
            return Optional.empty();
        }
        // Deals are counts: the variance of a rate is the rate, per unit of exposure.
        return effect(FactorKind.CONVERSION, own, others, PRIOR_DEALS / others.mean(), rate -> rate);
    }

    /**
     * Of the margin of a deal, on the scale of its logarithm; parts weigh by their deals. Only by product: that deals bring little
     * in a region is mostly the doing of the products sold there.
     *
     * @param peers how much each segment counts in the mean that this one is compared with
     */
    Optional<MixEffect> value(int member, double[] peers) {
        Side own = own(member, Composition.Part::valued, Composition.Part::logs);
        Side others = others(member, peers, Composition.Part::valued, Composition.Part::logs);
        if (composition.by() != Dimension.PRODUCT
                || own.weight() < ValuePosterior.PRIOR_DEALS
                || others.weight() < ValuePosterior.PRIOR_DEALS) {
            return Optional.empty();
        }
        return effect(FactorKind.VALUE, own, others, PRIOR_DEALS, mean -> variance);
    }

    /**
     * @param prior the weight of what a part is taken to be
     * @param varianceOf of a level, per unit of weight
     */
    private Optional<MixEffect> effect(
            FactorKind kind, Side own, Side others, double prior, DoubleUnaryOperator varianceOf) {
        int size = composition.values().size();
        double[] ownLevels = new double[size];
        double[] levels = new double[size];
        double shared = 0;
        for (int i = 0; i < size; i++) {
            levels[i] = (others.sums[i] + prior * others.mean()) / (others.weights[i] + prior);
            ownLevels[i] = (own.sums[i] + prior * levels[i]) / (own.weights[i] + prior);
            shared += others.weights[i] >= prior ? own.shares[i] : 0;
        }
        if (size < 2 || shared < FEWEST_SHARED) {
            return Optional.empty();
        }
        Kitagawa parted = Kitagawa.of(own.shares, ownLevels, others.shares, levels);
        double scale = kind == FactorKind.CONVERSION ? parted.logarithmicMean() : 1;
        double centre = (parted.own() + parted.peers()) / 2;
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
                new LogFigure(kind.worse() * parted.mix() / scale, Math.sqrt(uncertain) / scale),
                composition.values().get(main),
                own.shares[main] > others.shares[main]));
    }

    /** By part its share of the whole, its weight, and the sum of which sum / weight is its level. */
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
    }

    private Side own(int member, ToDoubleFunction<Composition.Part> weight, ToDoubleFunction<Composition.Part> sum) {
        double[] alone = new double[composition.segments().size()];
        alone[member] = 1;
        return side(alone, weight, sum);
    }

    private Side others(
            int member,
            double[] peers,
            ToDoubleFunction<Composition.Part> weight,
            ToDoubleFunction<Composition.Part> sum) {
        double[] others = peers.clone();
        others[member] = 0;
        return side(others, weight, sum);
    }

    /** The shares are the mean of the segments' shares, as the figure is the mean of theirs; what is known of a part is summed. */
    private Side side(
            double[] counts, ToDoubleFunction<Composition.Part> weight, ToDoubleFunction<Composition.Part> sum) {
        int size = composition.values().size();
        Side side = new Side(new double[size], new double[size], new double[size]);
        double counted = 0;
        for (int segment = 0; segment < counts.length; segment++) {
            List<Composition.Part> parts = composition.segments().get(segment);
            double whole = parts.stream().mapToDouble(weight).sum();
            if (counts[segment] <= 0 || whole <= 0) {
                continue;
            }
            counted += counts[segment];
            for (Composition.Part part : parts) {
                side.shares[part.value()] += counts[segment] * weight.applyAsDouble(part) / whole;
                side.weights[part.value()] += weight.applyAsDouble(part);
                side.sums[part.value()] += sum.applyAsDouble(part);
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
        for (List<Composition.Part> segment : composition.segments()) {
            for (Composition.Part part : segment) {
                deals[part.value()] += part.valued();
                logs[part.value()] += part.logs();
                squares[part.value()] += part.squares();
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
