package dev.leadline.decision;

/** An action with its reason. */
record Judgement(Action action, Reason reason) {

    static Judgement hold(Reason reason) {
        return new Judgement(Action.HOLD, reason);
    }

    boolean isScale() {
        return action == Action.SCALE;
    }
}
