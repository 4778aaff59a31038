package dev.leadline.calibration.untidy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is asked of the answers to each condition. */
enum Bound {
    SCALE_RIGHT("SCALE right") {
        @Override
        List<Limit> limits(Condition condition, Score score, Score control) {
            return List.of(new Limit("share", score.scaleRight(), 0.9, 1));
        }
    },
    SCALE_LOSING("losing") {
        @Override
        List<Limit> limits(Condition condition, Score score, Score control) {
            return List.of(new Limit("share", score.scaleLosing(), 0, 0.02));
        }
    },
    FIX_WRONG("FIX wrong") {
        @Override
        List<Limit> limits(Condition condition, Score score, Score control) {
            return List.of(new Limit("share", score.fixWrong(), 0, 0.05));
        }
    },
    SURE("P >= 0.9") {
        @Override
        List<Limit> limits(Condition condition, Score score, Score control) {
            return List.of(new Limit("true", score.saidSurely().cameTrue(), 0.88, 1));
        }
    },
    /** So that no other bound is met by never saying SCALE. */
    STRONG_FOUND("strong found") {
        @Override
        List<Limit> limits(Condition condition, Score score, Score control) {
            return condition.hidesTheStrong()
                    ? List.of()
                    : List.of(new Limit(
                            "share",
                            score.strongFound(),
                            0.7 * control.strongFound().value(),
                            1));
        }
    },
    ROI("ROI") {
        @Override
        List<Limit> limits(Condition condition, Score score, Score control) {
            return held(condition, score, Figure.PROJECTED_ROI);
        }
    },
    MARGIN("margin per deal") {
        @Override
        List<Limit> limits(Condition condition, Score score, Score control) {
            return held(condition, score, Figure.MARGIN_PER_DEAL);
        }
    },
    CONVERSION("conversion") {
        @Override
        List<Limit> limits(Condition condition, Score score, Score control) {
            return held(condition, score, Figure.CONVERSION_RATE);
        }
    },
    COST("cost") {
        @Override
        List<Limit> limits(Condition condition, Score score, Score control) {
            return held(condition, score, Figure.COST_PER_INQUIRY);
        }
    };

    private static final double LEAST_HELD = 0.86;
    private static final double LEAST_HELD_OF_HEAVY_TAIL = 0.8;
    private static final double MOST_HELD = 0.94;
    private static final double MOST_ON_A_SIDE = 0.09;

    private final String words;

    Bound(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** A share, and between what it must lie. */
    private record Limit(String what, Share share, double least, double most) {

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

    abstract List<Limit> limits(Condition condition, Score score, Score control);

    /**
     * What the answers to a condition miss, in words; nothing if they keep to it.
     *
     * @param control the answers to {@link Condition#CONTROL}
     * @param errors how many standard errors are allowed for chance
     */
    List<String> missed(Condition condition, Score score, Score control, double errors) {
        List<String> missed = new ArrayList<>();
        for (Limit limit : limits(condition, score, control)) {
            if (limit.isMissed(errors)) {
                missed.add(condition + ", " + words + ": " + limit);
            }
        }
        return missed;
    }

    private static List<Limit> held(Condition condition, Score score, Figure figure) {
        double least = condition == Condition.HEAVY_TAIL ? LEAST_HELD_OF_HEAVY_TAIL : LEAST_HELD;
        return List.of(
                new Limit("held", score.held(figure, Held.YES), least, MOST_HELD),
                new Limit("too high", score.held(figure, Held.TOO_HIGH), 0, MOST_ON_A_SIDE),
                new Limit("too low", score.held(figure, Held.TOO_LOW), 0, MOST_ON_A_SIDE));
    }
}
