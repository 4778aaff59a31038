package dev.leadline.decision;

/** An action with its reason. */
public record Judgement(Action action, Reason reason) {

    /** To replicate; there is one reason for it. */
    public static final Judgement SCALE = new Judgement(Action.SCALE, Reason.PROFITABLE_AND_STABLE);

    /** To stop and mend; there is one reason for that, too. */
    static final Judgement FIX = new Judgement(Action.FIX, Reason.ABOVE_AFFORDABLE_COST);

    /** HOLD, for a reason. */
    public static Judgement hold(Reason reason) {
        return new Judgement(Action.HOLD, reason);
    }

    /** Whether the action is SCALE. */
    public boolean isScale() {
        return action == Action.SCALE;
    }
}
