package dev.leadline.decision;

/**
 * From what is known of a segment to what to do about it. SCALE, once entered, is left only at a probability clearly below, or
 * one that is so without a single week, or at an adverse signal, so that it does not flap; everything else is judged anew.
 */
public final class DecisionRule {

    private final Policy policy;
    private final double scale;
    private final double scaleEnd;
    private final double leaveOut;

    /** The rule with the thresholds of a policy. */
    public DecisionRule(Policy policy) {
        this.policy = policy;
        this.scale = policy.scaleProbability().doubleValue();
        this.scaleEnd = policy.scaleEndProbability().doubleValue();
        this.leaveOut = policy.leaveOutProbability().doubleValue();
    }

    /**
     * Whether a segment is SCALE: what the replay carries from week to week.
     *
     * @param scaling whether it was SCALE a week before
     */
    boolean scales(Appraisal appraisal, boolean scaling) {
        return scaling ? keeps(appraisal) : enters(appraisal);
    }

    /** Whether a segment that was SCALE a week before still is; to leave out a week may cost the same share of P as at entry. */
    public boolean keeps(Appraisal appraisal) {
        return appraisal.reaches(scaleEnd)
                && !appraisal.stability().cost().isAdverse()
                && !appraisal.stability().volume().isAdverse()
                && appraisal.reachesWithoutBestWeeks(scaleEnd * leaveOut / scale);
    }

    private boolean enters(Appraisal appraisal) {
        return appraisal.reaches(scale) && enter(appraisal).isScale();
    }

    /** @param scaling whether the segment was SCALE a week before */
    public Judgement judge(Appraisal appraisal, boolean scaling) {
        if (scaling && keeps(appraisal)) {
            return Judgement.SCALE;
        }
        if (appraisal.probability().isEmpty()) {
            return unknown(appraisal);
        }
        double probability = appraisal.probability().getAsDouble();
        return 1 - probability >= policy.fixProbability().doubleValue() ? fix(appraisal) : enter(appraisal);
    }

    /** What is missing before anything may be scaled; null if nothing is. */
    private Judgement ground(Appraisal appraisal) {
        int cycles = policy.minimumCycles() * appraisal.stability().cycleWeeks();
        if (appraisal.estimates().deals() < policy.minimumDeals() || appraisal.historyWeeks() < cycles) {
            return Judgement.hold(Reason.LEARNING);
        }
        if (appraisal.stability().cost().isAdverse()) {
            return Judgement.hold(Reason.UNSTABLE_COST);
        }
        if (appraisal.stability().volume().isAdverse()) {
            return Judgement.hold(Reason.UNSTABLE_VOLUME);
        }
        boolean judged = appraisal.stability().cost().isStable()
                && appraisal.stability().volume().isStable();
        return judged ? null : Judgement.hold(Reason.SHORT_SERIES);
    }

    private Judgement enter(Appraisal appraisal) {
        Judgement ground = ground(appraisal);
        if (ground != null) {
            return ground;
        }
        if (!appraisal.reaches(scale)) {
            return Judgement.hold(Reason.WITHIN_RANGE);
        }
        if (appraisal.costIsAllocated() && appraisal.probabilityAtDoubtfulCost(true) < leaveOut) {
            return Judgement.hold(Reason.COST_NOT_KNOWN);
        }
        if (appraisal.probabilityWithoutLargestDeal() < leaveOut) {
            return Judgement.hold(Reason.RESTS_ON_ONE_DEAL);
        }
        if (!appraisal.reachesWithoutAnyWeek(leaveOut)) {
            return Judgement.hold(Reason.RESTS_ON_ONE_WEEK);
        }
        return Judgement.SCALE;
    }

    /** Without an inquiry there is nothing that could ripen; in place of that it takes a cycle of history. */
    private Judgement unknown(Appraisal appraisal) {
        boolean tooDear = appraisal.historyWeeks() >= appraisal.stability().cycleWeeks()
                && appraisal.missesTargetWithoutInquiry(policy.fixProbability().doubleValue(), leaveOut);
        return tooDear ? Judgement.FIX : Judgement.hold(Reason.LEARNING);
    }

    /** FIX, or why not although an inquiry looks too expensive. */
    private Judgement fix(Appraisal appraisal) {
        if (appraisal.estimates().maturity() < policy.fixMaturity().doubleValue()) {
            return Judgement.hold(Reason.UNRIPE);
        }
        if (appraisal.costIsAllocated() && 1 - appraisal.probabilityAtDoubtfulCost(false) < leaveOut) {
            return Judgement.hold(Reason.COST_NOT_KNOWN);
        }
        if (1 - appraisal.probabilityWithoutLargestDeal() < leaveOut) {
            return Judgement.hold(Reason.RESTS_ON_ONE_DEAL);
        }
        if (!appraisal.staysBelowWithoutAnyWeek(1 - leaveOut)) {
            return Judgement.hold(Reason.RESTS_ON_ONE_WEEK);
        }
        return Judgement.FIX;
    }
}
