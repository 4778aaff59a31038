package dev.leadline.calibration.untidy;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is asked of the answers to each condition. */
enum Bound {
    SCALE_RIGHT("SCALE right", (condition, score, control) -> List.of(Limit.atLeast(0.9, score.scaleRight()))),
    SCALE_LOSING("losing", (condition, score, control) -> List.of(Limit.atMost(0.02, score.scaleLosing()))),
    FIX_WRONG("FIX wrong", (condition, score, control) -> List.of(Limit.atMost(0.05, score.fixWrong()))),
    SURE(
            "P >= 0.9",
            (condition, score, control) ->
                    List.of(Limit.atLeast(0.88, score.saidSurely().cameTrue()))),
    /** So that no other bound is met by never saying SCALE. */
    STRONG_FOUND(
            "strong found",
            (condition, score, control) -> condition.hidesTheStrong()
                    ? List.of()
                    : List.of(Limit.atLeast(0.7 * control.strongFound().value(), score.strongFound()))),
    ROI("ROI projected", held(Figure.PROJECTED_ROI)),
    MARGIN("margin per deal", held(Figure.MARGIN_PER_DEAL)),
    CONVERSION("conversion", held(Figure.CONVERSION_RATE)),
    COST("cost", held(Figure.COST_PER_INQUIRY));

    private static final double LEAST_HELD = 0.86;
    private static final double LEAST_HELD_OF_HEAVY_TAIL = 0.8;
    private static final double MOST_HELD = 0.94;
    private static final double MOST_ON_A_SIDE = 0.09;

    private final String words;
    private final Limits limits;

    Bound(String words, Limits limits) {
        this.words = words;
        this.limits = limits;
    }

    String words() {
        return words;
    }

    private interface Limits {

        /** @param control of {@link Condition#CONTROL}; without an answer, nothing is compared with it */
        List<Limit> of(Condition condition, Score score, Score control);
    }

    /** A share, and between what it must lie. */
    private record Limit(String what, Share share, double least, double most) {

        static Limit atLeast(double least, Share share) {
            return new Limit("share", share, least, 1);
        }

        static Limit atMost(double most, Share share) {
            return new Limit("share", share, 0, most);
        }

        /** Without an event nothing is missed. */
        boolean isMissed(double errors) {
            return share.events() > 0
                    && (share.value() < least - errors * error(least) || share.value() > most + errors * error(most));
        }

        private double error(double bound) {
            return Math.sqrt(bound * (1 - bound) / share.events());
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%s %.3f of %d, allowed %.3f to %.3f",
                    what,
                    share.value(),
                    share.events(),
                    least,
                    most);
        }
    }

    /**
     * What the answers to a condition miss, in words; nothing if they keep to it.
     *
     * @param scores by condition, the control's too where what is found is to be compared with it
     * @param errors how many standard errors are allowed for chance
     */
    List<String> missed(Condition condition, Map<Condition, Score> scores, double errors) {
        Score control = scores.getOrDefault(Condition.CONTROL, new Score(List.of()));
        return limits.of(condition, scores.get(condition), control).stream()
                .filter(limit -> limit.isMissed(errors))
                .map(limit -> condition + ", " + words + ": " + limit)
                .toList();
    }

    private static Limits held(Figure figure) {
        return (condition, score, control) -> List.of(
                new Limit(
                        "held",
                        score.held(figure, Held.YES),
                        condition == Condition.HEAVY_TAIL ? LEAST_HELD_OF_HEAVY_TAIL : LEAST_HELD,
                        MOST_HELD),
                new Limit("too high", score.held(figure, Held.TOO_HIGH), 0, MOST_ON_A_SIDE),
                new Limit("too low", score.held(figure, Held.TOO_LOW), 0, MOST_ON_A_SIDE));
    }
}
