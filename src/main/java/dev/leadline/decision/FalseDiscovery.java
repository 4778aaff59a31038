package dev.leadline.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Bayesian false discovery rate: among many segments some look good by chance, so the mean probability of being wrong over all
 * SCALE of one grouping is bounded (M. A. Newton et al. 2004, Detecting differential gene expression, Biostatistics 5).
 */
final class FalseDiscovery {

    private FalseDiscovery() {}

    /** The outcomes with the least probable SCALE held until the mean of 1 - P over the others is within the bound. */
    static List<Replay.Outcome> bounded(List<Replay.Outcome> outcomes, double bound) {
        List<Replay.Outcome> scales = new ArrayList<>(outcomes.stream()
                .filter(o -> o.judgement().isScale())
                .sorted(Comparator.comparing(FalseDiscovery::probability).reversed())
                .toList());
        while (!scales.isEmpty()
                && scales.stream()
                                .mapToDouble(o -> 1 - probability(o))
                                .average()
                                .orElse(0)
                        > bound) {
            scales.remove(scales.size() - 1);
        }
        return outcomes.stream()
                .map(o -> !o.judgement().isScale() || scales.contains(o)
                        ? o
                        : new Replay.Outcome(o.appraisal(), Judgement.hold(Reason.FALSE_DISCOVERY), null))
                .toList();
    }

    private static double probability(Replay.Outcome outcome) {
        return outcome.appraisal().probability().orElse(0);
    }
}
