package dev.leadline.decision;

/**
 * From what is known of a segment to what to do about it. SCALE, once entered, is left only at a probability clearly below, or
 * one that is so without a single week, or at an adverse signal, so that it does not flap; everything else is judged anew.
 *
 * <p>A volume that cannot be foreseen keeps a segment from becoming SCALE, and ends SCALE where that is all but certain: what nobody
 * can count on is not to be replicated, however it was before. Near the maximum the probability moves about from week to week, and to
 * ask for more of it makes a segment change its mind half as often or less.
 */
public final class DecisionRule {

    /** SCALE ends where the spread of the volume is above its maximum with this probability; it is entered below 0.9. */
    private static final double SURELY_VOLATILE = 0.99;
    /** From this probability on conversion passes for fallen, where that is the reason for an answer. */
    private static final double FALLEN = 0.3;
    /** From this probability on what made a segment SCALE before says too little to keep it so. By simulation, as the other. */
    private static final double PERHAPS_FALLEN = 0.1;

    private final Policy policy;
    private final double scale;
    private final double scaleEnd;
    private final double leaveOut;
    private final double maximumSpread;

    /** The rule with the thresholds of a policy. */
    public DecisionRule(Policy policy) {
        this.policy = policy;
        this.scale = policy.scaleProbability().doubleValue();
        this.scaleEnd = policy.scaleEndProbability().doubleValue();
        this.leaveOut = policy.leaveOutProbability().doubleValue();
        this.maximumSpread = policy.maximumVolumeSpread().doubleValue();
    }

    /**
     * Whether a segment is SCALE: what the replay carries from week to week.
     *
     * @param scaling whether it was SCALE a week before
     */
    boolean scales(SegmentEvidence evidence, boolean scaling) {
        return scaling ? keeps(evidence) : enters(evidence);
    }

    /** Whether a segment that was SCALE a week before still is; to leave out a week may cost the same share of P as at entry. */
    public boolean keeps(SegmentEvidence evidence) {
        return evidence.reaches(conversionMayHaveFallen(evidence, PERHAPS_FALLEN) ? scale : scaleEnd)
                && !evidence.stability().cost().isAdverse()
                && !evidence.stability().volume().isAdverse()
                && !evidence.stability().volumeSpread().isAbove(maximumSpread, SURELY_VOLATILE)
                && evidence.reachesWithoutBestWeeks(scaleEnd * leaveOut / scale);
    }

    private static boolean conversionMayHaveFallen(SegmentEvidence evidence, double probability) {
        return evidence.estimates().probabilityThatConversionFell() >= probability;
    }

    /** Why it may be above or below the target. */
    private Reason whyUnsure(SegmentEvidence evidence) {
        if (evidence.costIsNotKnown()) {
            return Reason.COST_NOT_KNOWN;
        }
        if (isUndecidedByDoubt(evidence)) {
            return Reason.VALUE_DOUBTFUL;
        }
        return conversionMayHaveFallen(evidence, FALLEN) ? Reason.UNSTABLE_CONVERSION : Reason.WITHIN_RANGE;
    }

    private boolean enters(SegmentEvidence evidence) {
        return evidence.reaches(scale) && enter(evidence).isScale();
    }

    /** @param scaling whether the segment was SCALE a week before */
    public Judgement judge(SegmentEvidence evidence, boolean scaling) {
        if (scaling && keeps(evidence)) {
            return Judgement.SCALE;
        }
        if (evidence.costIsOpen()) {
            Judgement ground = ground(evidence);
            return ground != null ? ground : Judgement.hold(Reason.COST_NOT_KNOWN);
        }
        if (evidence.probability().isEmpty()) {
            return unknown(evidence);
        }
        double probability = evidence.probability().getAsDouble();
        return 1 - probability >= policy.fixProbability().doubleValue() ? fix(evidence) : enter(evidence);
    }

    /** What is missing before anything may be scaled; null if nothing is. */
    private Judgement ground(SegmentEvidence evidence) {
        int cycles = policy.minimumCycles() * evidence.stability().cycleWeeks();
        if (evidence.estimates().deals() < policy.minimumDeals() || evidence.historyWeeks() < cycles) {
            return Judgement.hold(Reason.LEARNING);
        }
        if (evidence.stability().cost().isAdverse()) {
            return Judgement.hold(Reason.UNSTABLE_COST);
        }
        if (evidence.stability().volume().isAdverse()) {
            return Judgement.hold(Reason.UNSTABLE_VOLUME);
        }
        boolean judged = (evidence.isFree() || evidence.stability().cost().isStable())
                && evidence.stability().volume().isStable();
        return judged ? null : Judgement.hold(Reason.SHORT_SERIES);
    }

    private Judgement enter(SegmentEvidence evidence) {
        Judgement ground = ground(evidence);
        if (ground != null) {
            return ground;
        }
        if (!evidence.reaches(scale)) {
            return Judgement.hold(whyUnsure(evidence));
        }
        if (evidence.stability().volumeSpread().isVolatile(maximumSpread)) {
            return Judgement.hold(Reason.VOLATILE_VOLUME);
        }
        if (evidence.probabilityWithoutLargestDeal() < leaveOut) {
            return Judgement.hold(Reason.RESTS_ON_ONE_DEAL);
        }
        if (!evidence.reachesWithoutAnyWeek(leaveOut)) {
            return Judgement.hold(Reason.RESTS_ON_ONE_WEEK);
        }
        return Judgement.SCALE;
    }

    /**
     * Whether it would be sure enough for an action if it were known that the odd orders come again, or that they do not. P itself, in
     * which either is as likely, reaches no action that does not hold both ways.
     */
    private boolean isUndecidedByDoubt(SegmentEvidence evidence) {
        return evidence.valueIsDoubtful()
                && (evidence.probabilityIfLargeOrdersComeAgain() >= scale
                        || 1 - evidence.probabilityIfLargeOrdersNeverComeAgain()
                                >= policy.fixProbability().doubleValue());
    }

    /** Without an inquiry there is nothing that could ripen; in place of that it takes a cycle of history. */
    private Judgement unknown(SegmentEvidence evidence) {
        boolean tooDear = evidence.historyWeeks() >= evidence.stability().cycleWeeks()
                && evidence.missesTargetWithoutInquiry(policy.fixProbability().doubleValue(), leaveOut);
        return tooDear ? Judgement.FIX : Judgement.hold(Reason.LEARNING);
    }

    /** FIX, or why not although an inquiry looks too expensive. */
    private Judgement fix(SegmentEvidence evidence) {
        if (evidence.estimates().maturity() < policy.fixMaturity().doubleValue()) {
            return Judgement.hold(Reason.UNRIPE);
        }
        if (1 - evidence.probabilityWithoutLargestDeal() < leaveOut) {
            return Judgement.hold(Reason.RESTS_ON_ONE_DEAL);
        }
        if (!evidence.staysBelowWithoutAnyWeek(1 - leaveOut)) {
            return Judgement.hold(Reason.RESTS_ON_ONE_WEEK);
        }
        return Judgement.FIX;
    }
}
