package dev.leadline.analysis.diagnosis;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Names the weak link. */
final class Judge {

    /** With fewer inquiries a segment says nothing of itself. */
    private static final int FEWEST_INQUIRIES = 30;

    private Judge() {}

    /**
     * The factor that costs most among those that are weak, unless another that is or may be weak costs more than half as much; volume
     * only where nothing else is, at a normal cost.
     */
    static Bottleneck bottleneck(Map<FactorKind, Finding> findings, long inquiries) {
        if (inquiries < FEWEST_INQUIRIES || !findings.containsKey(FactorKind.CONVERSION)) {
            return Bottleneck.UNDETERMINED;
        }
        List<Finding> weak = findings.values().stream()
                .filter(Finding::isWeak)
                .sorted(Comparator.comparing(finding -> -finding.loss()))
                .toList();
        List<Finding> within =
                weak.stream().filter(f -> f.kind() != FactorKind.VOLUME).toList();
        if (within.isEmpty() && findings.values().stream().anyMatch(Finding::isUnsure)) {
            return Bottleneck.UNDETERMINED;
        }
        if (within.isEmpty()) {
            return weak.isEmpty() ? Bottleneck.NONE : ofVolume(findings.get(FactorKind.COST));
        }
        Finding first = within.get(0);
        boolean overlap = findings.values().stream()
                .filter(f -> f != first && f.kind() != FactorKind.VOLUME)
                .filter(f -> f.isWeak() || f.isUnsure())
                .anyMatch(f -> f.loss() > first.loss() / 2);
        return overlap ? Bottleneck.UNDETERMINED : first.kind().bottleneck();
    }

    private static Bottleneck ofVolume(Finding cost) {
        if (cost == null) {
            return Bottleneck.UNDETERMINED;
        }
        return cost.plain().isWorse() ? Bottleneck.NONE : Bottleneck.ADVERTISING;
    }
}
