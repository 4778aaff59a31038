package dev.leadline.analysis.diagnosis;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names the weak link. */
final class BottleneckRule {

    /** With fewer inquiries a segment says nothing of itself. */
    private static final int FEWEST_INQUIRIES = 30;

    /** Without one of them it cannot be said that nothing is wrong. */
    private static final Set<FactorKind> OF_THE_RETURN =
            Set.of(FactorKind.COST, FactorKind.CONVERSION, FactorKind.VALUE);

    private BottleneckRule() {}

    /**
     * The factor that costs most among those that are weak, unless another that is or may be weak costs more than half as much; volume
     * only where nothing else is, at a normal cost.
     *
     * @param free whether it is on record that the inquiries cost nothing: then their cost is no finding, and no weak link
     */
    static Bottleneck bottleneck(Map<FactorKind, Finding> findings, long inquiries, boolean free) {
        if (inquiries < FEWEST_INQUIRIES || !findings.containsKey(FactorKind.CONVERSION)) {
            return Bottleneck.UNDETERMINED;
        }
        List<Finding> weak = findings.values().stream()
                .filter(f -> f.isWeak() && canBeJudged(f, findings))
                .sorted(Comparator.comparing(finding -> -finding.loss()))
                .toList();
        List<Finding> within =
                weak.stream().filter(f -> f.kind() != FactorKind.VOLUME).toList();
        if (within.isEmpty() && findings.values().stream().anyMatch(f -> isUnsure(f, findings))) {
            return Bottleneck.UNDETERMINED;
        }
        if (within.isEmpty()) {
            return !weak.isEmpty()
                    ? free ? Bottleneck.ADVERTISING : ofVolume(findings.get(FactorKind.COST))
                    : isComplete(findings, free) ? Bottleneck.NONE : Bottleneck.UNDETERMINED;
        }
        Finding first = within.get(0);
        boolean overlap = findings.values().stream()
                .filter(f -> f != first && f.kind() != FactorKind.VOLUME)
                .filter(f -> f.isWeak() || isUnsure(f, findings))
                .anyMatch(f -> f.loss() > first.loss() / 2);
        return overlap ? Bottleneck.UNDETERMINED : first.kind().bottleneck();
    }

    private static boolean isComplete(Map<FactorKind, Finding> findings, boolean free) {
        return OF_THE_RETURN.stream().allMatch(kind -> findings.containsKey(kind) || kind == FactorKind.COST && free);
    }

    /** What an inquiry costs and what a deal brings are too much and too little only for each other. */
    private static boolean canBeJudged(Finding finding, Map<FactorKind, Finding> findings) {
        return switch (finding.kind()) {
            case COST -> findings.containsKey(FactorKind.VALUE);
            case VALUE -> findings.containsKey(FactorKind.COST);
            default -> true;
        };
    }

    private static boolean isUnsure(Finding finding, Map<FactorKind, Finding> findings) {
        return finding.isUnsure() || finding.plain().isWorse() && !canBeJudged(finding, findings);
    }

    private static Bottleneck ofVolume(Finding cost) {
        if (cost == null) {
            return Bottleneck.UNDETERMINED;
        }
        return cost.plain().isWorse() ? Bottleneck.NONE : Bottleneck.ADVERTISING;
    }
}
