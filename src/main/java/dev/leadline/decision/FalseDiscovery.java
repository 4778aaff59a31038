package dev.leadline.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Bayesian false discovery rate: among many segments some look good by chance, so the mean probability of being wrong over all
 * SCALE of one grouping is bounded (M. A. Newton et al. 2004, Detecting differential gene expression, Biostatistics 5).
 */
final class FalseDiscovery {

    private FalseDiscovery() {}

    /** The outcomes with the least probable SCALE held until the mean of 1 - P over the others is within the bound. */
    static List<Replay.Outcome> bounded(List<Replay.Outcome> outcomes, double bound) {
        Set<Integer> dropped = dropped(
                outcomes.stream().map(Replay.Outcome::judgement).toList(),
                member -> outcomes.get(member).appraisal().probability().orElse(0),
                bound);
        return IntStream.range(0, outcomes.size())
                .mapToObj(member -> dropped.contains(member) ? held(outcomes.get(member)) : outcomes.get(member))
                .toList();
    }

    private static Replay.Outcome held(Replay.Outcome outcome) {
        return new Replay.Outcome(outcome.appraisal(), Judgement.hold(Reason.FALSE_DISCOVERY), null);
    }

    /**
     * Which SCALE to hold.
     *
     * @param probability P by place in the list
     * @return places in the list
     */
    static Set<Integer> dropped(List<Judgement> judgements, IntToDoubleFunction probability, double bound) {
        List<Integer> scales = new ArrayList<>(IntStream.range(0, judgements.size())
                .filter(member -> judgements.get(member).isScale())
                .boxed()
                .sorted(Comparator.comparingDouble(member -> -probability.applyAsDouble(member)))
                .toList());
        Set<Integer> dropped = new HashSet<>();
        while (scales.stream()
                        .mapToDouble(member -> 1 - probability.applyAsDouble(member))
                        .average()
                        .orElse(0)
                > bound) {
            dropped.add(scales.remove(scales.size() - 1));
        }
        return dropped;
    }
}
