package dev.leadline.analysis.diagnosis;

import dev.leadline.analysis.estimate.Estimate;
import dev.leadline.ledger.segment.ResponseTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How long the segments of a grouping let inquiries wait for their first answer. */
final class Responses {

    /** Answers are slow that take twice as long as the peers'. */
    private static final double CLEARLY_SLOWER = Math.log(2);
    /** Answers are as fast that take at most a quarter longer. */
    private static final double AS_FAST = Math.log(1.25);
    /** From so many known answers on something is said of them. */
    private static final int FEWEST_KNOWN = 20;
    /** That answers are fast is said only where at least this share of them is known: the others may be slow. */
    private static final double MOST_ARE_KNOWN = 0.5;
    /** The weight, in inquiries, with which a segment's waits are taken to vary as those of all do. */
    private static final double PRIOR = 4;
    /** Waits are told in whole hours or days by many, and never as alike as they look. */
    private static final double LEAST_SD = 0.1;

    private final List<ResponseTimes> waits;
    private final List<Optional<LogEstimate>> figures;

    Responses(List<ResponseTimes> waits) {
        this.waits = List.copyOf(waits);
        double squares = waits.stream().mapToDouble(Responses::squares).sum();
        double free =
                waits.stream().mapToDouble(w -> Math.max(0, w.known() - 1)).sum();
        double variance = free > 0 ? squares / free : LEAST_SD * LEAST_SD;
        this.figures = waits.stream().map(w -> figure(w, variance)).toList();
    }

    /** Sum of squares about the mean. */
    private static double squares(ResponseTimes wait) {
        return wait.known() == 0 ? 0 : Math.max(0, wait.squares() - wait.logs() * wait.logs() / wait.known());
    }

    private static Optional<LogEstimate> figure(ResponseTimes wait, double variance) {
        if (wait.known() == 0) {
            return Optional.empty();
        }
        double own = (squares(wait) + PRIOR * variance) / (wait.known() - 1 + PRIOR);
        double sd = Math.max(LEAST_SD, Math.sqrt(own));
        return Optional.of(new LogEstimate(wait.logs() / wait.known(), sd / Math.sqrt(wait.known())));
    }

    /** Against the peers'; empty where either says nothing. */
    private Optional<Comparison> comparison(int member) {
        List<LogEstimate> peers = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            if (i != member) {
                figures.get(i).ifPresent(peers::add);
            }
        }
        return peers.isEmpty()
                ? Optional.empty()
                : figures.get(member).map(own -> new Comparison(1, own, LogEstimate.meanOf(peers)));
    }

    /** For the answer; null where no first answer is known. */
    ResponseTime of(int member, long inquiries) {
        Optional<Comparison> comparison = comparison(member);
        return figures.get(member)
                .map(own -> new ResponseTime(
                        Estimate.rounded(knownShare(member, inquiries)),
                        Estimate.rounded(Math.exp(own.log())),
                        comparison
                                .map(c -> Estimate.rounded(Math.exp(c.peers().log())))
                                .orElse(null),
                        comparison
                                .map(c -> Estimate.rounded(c.probabilityWorse()))
                                .orElse(null)))
                .orElse(null);
    }

    /** That first answers take surely longer than the peers', at least twice as long; empty where they do not. */
    Optional<Comparison> slow(int member) {
        return comparison(member)
                .filter(c -> waits.get(member).known() >= FEWEST_KNOWN)
                .filter(c -> c.loss() >= CLEARLY_SLOWER && c.probabilityWorse() >= Comparison.SURE);
    }

    /** That they come about as fast as the peers', most of them known; empty where they do not, or it is not sure. */
    Optional<Comparison> asFast(int member, long inquiries) {
        return comparison(member)
                .filter(c ->
                        waits.get(member).known() >= FEWEST_KNOWN && knownShare(member, inquiries) >= MOST_ARE_KNOWN)
                .filter(c -> c.loss() <= AS_FAST
                        && c.without(new LogEstimate(CLEARLY_SLOWER, 0)).probabilityWorse() <= 1 - Comparison.SURE);
    }

    private double knownShare(int member, long inquiries) {
        return (double) waits.get(member).known() / inquiries;
    }
}
