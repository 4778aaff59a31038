package dev.leadline.decision;

/** An action with its reason. */
record Judgement(Action action, Reason reason) {

    static final Judgement SCALE = new Judgement(Action.SCALE, Reason.PROFITABLE_AND_STABLE);
    static final Judgement FIX = new Judgement(Action.FIX, Reason.ABOVE_AFFORDABLE_COST);

    static Judgement hold(Reason reason) {
        return new Judgement(Action.HOLD, reason);
    }

    boolean isScale() {
        return action == Action.SCALE;
    }
}
