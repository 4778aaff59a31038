package dev.leadline.analysis.diagnosis;

import dev.leadline.analysis.estimate.Estimate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is found of one factor of a segment.
 *
 * @param plain the factor against the peers'
 * @param mix what of its loss comes from what the segment is made of; empty where that cannot be told
 * @param match what of its loss the factor that belongs to it makes up for, the value of a deal for the cost of an inquiry and the
 *     other way round; below 0 where that is worse too; empty where no factor belongs to it
 * @param ripe whether enough of the outcome has had time to come: a segment whose buyers take longer than others looks worse
 *     while it is young
 */
record Finding(FactorKind kind, Comparison plain, Optional<MixEffect> mix, Optional<LogEstimate> match, boolean ripe) {

    Factor factor() {
        return new Factor(
                Estimate.rounded(own()),
                Estimate.rounded(peers()),
                Estimate.rounded(plain.loss()),
                Estimate.rounded(plain.probabilityWorse()),
                mix.map(effect -> Mix.of(effect, plain.loss())).orElse(null));
    }

    double own() {
        return Math.exp(plain.own().log());
    }

    double peers() {
        return Math.exp(plain.peers().log());
    }

    /** Worse than the peers', not by its mix alone, and surely not made up for. */
    boolean isWeak() {
        return plain.isWorse() && ripe && !isOnlyMix() && !isDoubtful(match);
    }

    /** It looks worse, but most of that is mix, and without it it would not. */
    boolean isOnlyMix() {
        return plain.isWorse() && isMost(mix.map(MixEffect::loss)) && isDoubtful(mix.map(MixEffect::loss));
    }

    /** It looks worse, but most of that is made up for, and what is left would not. */
    boolean isMatched() {
        return plain.isWorse() && isMost(match) && isDoubtful(match);
    }

    /** It looks worse, and it cannot be said whether that is made up for, or will be in time. */
    boolean isUnsure() {
        return plain.isWorse() && !isWeak() && !isOnlyMix() && !isMatched();
    }

    private boolean isMost(Optional<LogEstimate> part) {
        return part.filter(p -> p.log() >= plain.loss() / 2).isPresent();
    }

    /** Whether the loss without that part is not surely one. */
    private boolean isDoubtful(Optional<LogEstimate> part) {
        return part.filter(p -> !plain.without(p).isWorse()).isPresent();
    }

    /** What it costs without what its mix or another factor explains of it. */
    double loss() {
        return Stream.of(mix.map(MixEffect::loss), match)
                .flatMap(Optional::stream)
                .mapToDouble(part -> plain.without(part).loss())
                .reduce(plain.loss(), Math::min);
    }
}
