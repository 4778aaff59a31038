package dev.leadline.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Bayesian false discovery rate: among many segments some look good by chance, so the mean probability of being wrong over all
 * SCALE of one grouping is bounded (M. A. Newton et al. 2004, Detecting differential gene expression, Biostatistics 5).
 *
 * <p>It is asked at entry: while the mean of 1 - P is above the bound, the newcomer with the lowest P has to wait. What was SCALE a
 * week before has passed and is not put out again; that its P may fall for a while is what hysteresis is for. A newcomer
 * whose own 1 - P is within the bound cannot lift the mean above it, and never waits, whoever fades beside it.
 */
public final class FalseDiscovery {

    private final double bound;
    private final boolean mayHold;

    /** The bound of a policy. */
    public FalseDiscovery(Policy policy) {
        this.bound = policy.falseDiscoveryRate().doubleValue();
        this.mayHold =
                policy.scaleProbability().add(policy.falseDiscoveryRate()).doubleValue() < 1;
    }

    /** Whether anybody may have to wait: nobody does where entry itself asks for a 1 - P within the bound. */
    public boolean mayHold() {
        return mayHold;
    }

    /**
     * Those that have to wait.
     *
     * @param scales all that would be SCALE
     * @param entered which of them were SCALE a week before
     * @param probability P of each
     */
    public <T> Set<T> waiting(List<T> scales, Predicate<T> entered, ToDoubleFunction<T> probability) {
        if (!mayHold) {
            return Set.of();
        }
        List<T> newcomers = new ArrayList<>(scales.stream()
                .filter(entered.negate())
                .sorted(Comparator.comparingDouble(probability).reversed())
                .toList());
        double doubt = scales.stream()
                .mapToDouble(s -> 1 - probability.applyAsDouble(s))
                .sum();
        int count = scales.size();
        Set<T> waiting = new HashSet<>();
        while (!newcomers.isEmpty() && doubt > bound * count) {
            T least = newcomers.remove(newcomers.size() - 1);
            double own = 1 - probability.applyAsDouble(least);
            if (own <= bound) {
                break;
            }
            waiting.add(least);
            doubt -= own;
            count--;
        }
        return waiting;
    }
}
