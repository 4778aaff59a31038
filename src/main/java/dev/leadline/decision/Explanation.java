package dev.leadline.decision;

import dev.leadline.analysis.diagnosis.Bottleneck;
import dev.leadline.analysis.diagnosis.Diagnosis;
import dev.leadline.analysis.estimate.Estimate;
import dev.leadline.analysis.segmentation.SegmentView;
import dev.leadline.workspace.Policy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says a judgement in plain words, with the figures it rests on. */
final class Explanation {

    private static final double EVEN = 0.5;

    private final Policy policy;
    private final LocalDate asOf;
    private final double level;

    Explanation(Policy policy, LocalDate asOf, double level) {
        this.policy = policy;
        this.asOf = asOf;
        this.level = level;
    }

    String of(Replay.Outcome outcome, Replication.Places places, Diagnosis diagnosis, Recommendation.Needed needed) {
        Appraisal appraisal = outcome.appraisal();
        String name = SegmentView.words(appraisal.segment().segment());
        return name + ": "
                + switch (outcome.judgement().reason()) {
                    case PROFITABLE_AND_STABLE -> economics(appraisal) + stable(outcome) + replicate(places);
                    case ABOVE_AFFORDABLE_COST ->
                        appraisal.estimates().inquiries() == 0
                                ? tooMuchForNothing(appraisal)
                                : economics(appraisal) + ". Do not spend more here" + weakLink(diagnosis, name);
                    case LEARNING -> learning(appraisal);
                    case UNSTABLE_VOLUME ->
                        (Shift.isDrift(appraisal.stability().volume())
                                        ? "inquiries fell, bit by bit, over half a year"
                                        : "inquiries fell in the week of "
                                                + Shift.firstAlarm(
                                                        appraisal.stability().volume()))
                                + Shift.ofVolume(appraisal)
                                + " without the spend falling alike. Find out why before anything is changed."
                                + stableAgain(needed);
                    case UNSTABLE_COST ->
                        (Shift.isDrift(appraisal.stability().cost())
                                        ? "inquiries have become dearer, bit by bit, over half a year"
                                        : "inquiries have become dearer since the week of "
                                                + Shift.firstAlarm(
                                                        appraisal.stability().cost()))
                                + Shift.ofCost(appraisal) + ". Find out why before anything is changed."
                                + stableAgain(needed);
                    case SHORT_SERIES ->
                        "there are too few complete weeks to say whether volume and cost are stable. Let it run until about "
                                + needed.until() + ".";
                    case WITHIN_RANGE ->
                        economics(appraisal)
                                + ", so the return may lie on either side of it, and may stay so. Leave it as it is.";
                    case UNRIPE ->
                        String.format(
                                Locale.ROOT,
                                "it looks too dear, but only %.0f %% of what its inquiries will bring has had time to come. Wait until about"
                                        + " %s.",
                                100 * appraisal.estimates().maturity(),
                                needed.until());
                    case RESTS_ON_ONE_DEAL ->
                        economics(appraisal) + ", but without its largest deal that would not stand. " + more(needed);
                    case RESTS_ON_ONE_WEEK ->
                        economics(appraisal) + ", but without a single one of its weeks that would not stand. "
                                + more(needed);
                    case COST_NOT_KNOWN ->
                        economics(appraisal)
                                + ", but its cost is only shared by inquiries, and "
                                + (appraisal.probability().orElse(0) < EVEN ? "a third lower" : "half as high again")
                                + " that would not stand. Post spend that names region, industry or market segment.";
                    case FALSE_DISCOVERY ->
                        economics(appraisal)
                                + ", but it is the least sure, and among all that looks as good as this too much would be"
                                + " chance. Wait for more.";
                };
    }

    /** What was once sure enough, without any one deal or week, stays so until it clearly is no more. */
    private String stable(Replay.Outcome outcome) {
        Appraisal appraisal = outcome.appraisal();
        boolean less =
                appraisal.probability().orElse(0) < policy.scaleProbability().doubleValue();
        boolean kept = outcome.scaleSince().isBefore(asOf);
        return (less ? ", less than at first but not yet low" : "")
                + ", and volume and cost are stable. "
                + (kept ? "It stays SCALE, as it has been since " + outcome.scaleSince() + ". " : "")
                + (appraisal.costIsAllocated() ? "Its cost is shared by inquiries; " + ifDearer(appraisal) : "");
    }

    /** It stood on the day it was entered; that is not asked again of what is held. */
    private String ifDearer(Appraisal appraisal) {
        return appraisal.probabilityAtDoubtfulCost(true)
                        >= policy.leaveOutProbability().doubleValue()
                ? "at half as much again it would stand, too. "
                : "at half as much again it would not stand by itself, so post spend that names region, industry or market"
                        + " segment. ";
    }

    private String economics(Appraisal appraisal) {
        Estimate margin = appraisal.estimates().marginPerInquiry(level);
        Estimate cost = appraisal.estimates().costPerInquiry(level);
        boolean loses = margin.estimate() != null && margin.estimate() < 0;
        return String.format(
                Locale.ROOT,
                "with %s an inquiry %s about %s and costs %s; %s; the target is met with probability %s",
                outcome(appraisal),
                loses ? "loses" : "earns",
                loses ? String.format(Locale.ROOT, "%.2f", -margin.estimate()) : money(margin),
                money(cost),
                mayCost(appraisal),
                inWords(appraisal.probability().orElse(0)));
    }

    /** What an inquiry may cost, which is what the verdict compares, with what lies between that and what it earns. */
    private String mayCost(Appraisal appraisal) {
        Estimate affordable = appraisal.estimates().maxAffordableCostPerInquiry(level);
        double handling = appraisal.peerGroup().terms().handlingCost();
        String target = BigDecimal.valueOf(100 * appraisal.peerGroup().terms().targetRoi())
                        .setScale(2, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
        String less = handling > 0 ? String.format(Locale.ROOT, " after %.2f of handling", handling) : "";
        return affordable.estimate() != null && affordable.estimate() <= 0
                ? "whatever it cost would miss your target of " + target + less
                : "it may cost at most " + money(affordable) + " for your target of " + target + less;
    }

    /** Nothing that is estimated is certain, so it does not read 1.00 or 0.00. */
    private static String inWords(double probability) {
        return probability > 0.99
                ? "over 0.99"
                : probability < 0.01 ? "under 0.01" : String.format(Locale.ROOT, "%.2f", probability);
    }

    /**
     * The deals it goes by, and the inquiries. Where deals are on record only from a day on, an older inquiry is followed from
     * that day, and its earlier deals do not count, though they may be on record: so it is said which are meant.
     */
    private String outcome(Appraisal appraisal) {
        String deals = count(appraisal.estimates().deals(), "deal", "deals");
        String inquiries = count(appraisal.estimates().inquiries(), "inquiry", "inquiries");
        LocalDate tracked = appraisal.peerGroup().terms().dealsTrackedFrom();
        LocalDate first = appraisal.firstDay();
        return tracked == null || !tracked.isAfter(first) || tracked.isAfter(asOf)
                ? deals + " from " + inquiries
                : deals + " closed since " + tracked + " from " + inquiries + " since " + first;
    }

    private static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private static String money(Estimate estimate) {
        return estimate.estimate() == null
                ? "an unknown amount"
                : String.format(Locale.ROOT, "%.2f", estimate.estimate());
    }

    private static String stableAgain(Recommendation.Needed needed) {
        return " It can be stable again by " + needed.until() + " at the earliest.";
    }

    private static String more(Recommendation.Needed needed) {
        return "Wait for more deals: about " + needed.deals() + (needed.deals() == 1 ? " comes" : " come") + " until "
                + needed.until() + ", and then it is asked again.";
    }

    private String mayBeChance(Appraisal appraisal) {
        Estimate affordable = appraisal.estimates().maxAffordableCostPerInquiry(level);
        return affordable.estimate() == null
                ? "what one may cost is not known here."
                : "by what others of the workspace earn one may cost about " + money(affordable)
                        + ", so that may still be chance.";
    }

    private String tooMuchForNothing(Appraisal appraisal) {
        Estimate cost = appraisal.estimates().costPerInquiry(level);
        return String.format(
                Locale.ROOT,
                "%s: one costs at least %.2f with probability %s, and by what others of the workspace earn it may cost about"
                        + " %s. Do not spend more here before it is known why nobody asks, or why it is not posted.",
                spentForNothing(appraisal).orElseThrow(),
                cost.low(),
                Estimate.rounded((1 + level) / 2),
                money(appraisal.estimates().maxAffordableCostPerInquiry(level)));
    }

    /** Empty where nothing was spent. */
    private static Optional<String> spentForNothing(Appraisal appraisal) {
        double spend = appraisal.estimates().spend();
        return spend == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%.2f was spent in %s without one valid inquiry",
                        spend,
                        count(appraisal.daysWithSpend(), "day", "days")));
    }

    private String learning(Appraisal appraisal) {
        int weeks = policy.minimumCycles() * appraisal.stability().cycleWeeks();
        if (appraisal.estimates().inquiries() == 0) {
            return spentForNothing(appraisal)
                    .map(spent ->
                            spent + "; " + mayBeChance(appraisal) + " See that inquiries are posted, and let it run.")
                    .orElse("no valid inquiry has come in these days, so there is nothing to go by yet.");
        }
        if (!appraisal.hasSpend()) {
            return outcome(appraisal)
                    + ", but no spend is on record, so what an inquiry costs is not known. Post what it"
                    + " costs; 0 where it costs nothing.";
        }
        if (appraisal.spendsWithoutDeal()) {
            return String.format(
                    Locale.ROOT,
                    "%.2f was spent in %s on %s, and no deal of them is on record. See that deals are posted; if they are, ask why"
                            + " nobody buys before more is spent.",
                    appraisal.estimates().spend(),
                    count(appraisal.daysWithSpend(), "day", "days"),
                    count(appraisal.estimates().inquiries(), "inquiry", "inquiries"));
        }
        if (appraisal.estimates().deals() < policy.minimumDeals()) {
            return String.format(
                    Locale.ROOT,
                    "%s so far; below %d deals nothing is scaled. Let it run as it is.",
                    outcome(appraisal),
                    policy.minimumDeals());
        }
        return appraisal.historyWeeks() < weeks
                ? String.format(
                        Locale.ROOT,
                        "%d weeks of history so far; %d are needed. Let it run as it is.",
                        appraisal.historyWeeks(),
                        weeks)
                : "what an inquiry earns is not known. " + appraisal.noteOnMarginPerDeal() + " Let it run as it is.";
    }

    private static String replicate(Replication.Places places) {
        if (places.targets().isEmpty()) {
            return "Replicate it: " + nowhere(places)
                    + "look for a new category, store, price tier, region, industry or market segment.";
        }
        List<ReplicationTarget> best = bestOfEach(places.targets());
        int more = places.targets().size() - best.size();
        return "Replicate it: " + named(best) + (more > 0 ? " and " + more + " more." : ".");
    }

    /** Why what the workspace knows is nowhere to go. */
    private static String nowhere(Replication.Places places) {
        if (!places.tooDear().isEmpty()) {
            return "what it does not serve yet (" + named(bestOfEach(places.tooDear()))
                    + ") costs more than it may wherever it is served, so ";
        }
        return places.served().isEmpty()
                ? ""
                : "it serves every "
                        + places.served().stream()
                                .map(dimension -> words(dimension.apiName()))
                                .collect(Collectors.joining(", "))
                        + " that the workspace knows, so ";
    }

    /** The first of each dimension. */
    private static List<ReplicationTarget> bestOfEach(List<ReplicationTarget> targets) {
        Set<String> seen = new HashSet<>();
        return targets.stream().filter(target -> seen.add(target.dimension())).toList();
    }

    private static String named(List<ReplicationTarget> targets) {
        return targets.stream()
                .map(target -> words(target.dimension()) + " " + target.value())
                .collect(Collectors.joining(", "));
    }

    /** {@code price tier} of {@code priceTier}. */
    private static String words(String apiName) {
        return apiName.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    /** What is to be mended; where nothing is, that is no news to end on, so it is said what to do all the same. */
    private static String weakLink(Diagnosis diagnosis, String name) {
        return diagnosis.bottleneck() == Bottleneck.NONE
                ? ". Nothing is worse than elsewhere, or it is made up for: what all of it earns is too little for what inquiries"
                        + " cost. Pay less for them, or earn more with each."
                : "; mend it first. " + withoutName(diagnosis.sentence(), name);
    }

    private static String withoutName(String diagnosis, String name) {
        String rest = diagnosis.startsWith(name + ": ") ? diagnosis.substring(name.length() + 2) : diagnosis;
        return rest.isEmpty() ? rest : Character.toUpperCase(rest.charAt(0)) + rest.substring(1);
    }
}
