package dev.leadline.decision;

import dev.leadline.analysis.diagnosis.Diagnosis;
import dev.leadline.analysis.diagnosis.Factor;
import dev.leadline.analysis.estimate.Estimate;
import dev.leadline.analysis.estimate.LargeOrders;
import dev.leadline.analysis.segmentation.SegmentView;
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
    private final SegmentView view;
    private final LocalDate asOf;
    private final double level;

    Explanation(Policy policy, SegmentView view, LocalDate asOf, double level) {
        this.policy = policy;
        this.view = view;
        this.asOf = asOf;
        this.level = level;
    }

    String of(Replay.Outcome outcome, Replication.Places places, Diagnosis diagnosis, Recommendation.Needed needed) {
        SegmentEvidence evidence = outcome.evidence();
        String name = view.words(evidence.segment().segment());
        return name + ": "
                + switch (outcome.judgement().reason()) {
                    case PROFITABLE_AND_STABLE -> economics(evidence) + stable(outcome) + replicate(places);
                    case ABOVE_AFFORDABLE_COST ->
                        evidence.estimates().inquiries() == 0
                                ? tooMuchForNothing(evidence)
                                : economics(evidence) + ". Do not spend more here" + weakLink(diagnosis, name);
                    case LEARNING -> learning(evidence);
                    case UNSTABLE_VOLUME ->
                        Shift.ofVolume(evidence)
                                + ", although the spend did not fall as much. Find out why before you change anything."
                                + stableAgain(needed);
                    case UNSTABLE_COST ->
                        Shift.ofCost(evidence) + ". Find out why before you change anything." + stableAgain(needed);
                    case VOLATILE_VOLUME -> economics(evidence) + volatileVolume(evidence);
                    case UNSTABLE_CONVERSION ->
                        economics(evidence)
                                + String.format(
                                        Locale.ROOT,
                                        ", but with probability %.2f fewer of its recent inquiries become deals than of those"
                                                + " before. Find out why before you change anything, and wait until about %s for"
                                                + " recent inquiries to show whether they buy.",
                                        evidence.estimates().probabilityThatConversionFell(),
                                        needed.until());
                    case SHORT_SERIES ->
                        "there are too few complete weeks to tell whether volume and cost are stable. Let it run until about "
                                + needed.until() + ".";
                    case WITHIN_RANGE ->
                        economics(evidence)
                                + ", so the return may be above or below the target, and this may not change. Leave it as it is.";
                    case UNRIPE ->
                        String.format(
                                Locale.ROOT,
                                "it looks too expensive, but only %.0f %% of the deals to expect from its inquiries have had time to close."
                                        + " Wait until about %s.",
                                100 * evidence.estimates().maturity(),
                                needed.until());
                    case VALUE_DOUBTFUL -> economics(evidence) + ". " + odd(evidence) + " " + more(needed);
                    case RESTS_ON_ONE_DEAL ->
                        economics(evidence) + ", but that depends on its largest deal. " + more(needed);
                    case RESTS_ON_ONE_WEEK ->
                        economics(evidence) + ", but that depends on a single week. " + more(needed);
                    case COST_NOT_KNOWN ->
                        earns(evidence) + "; " + mayCost(evidence) + ". " + costNotKnown(evidence)
                                + " Post spend with region, industry or market segment.";
                }
                + (outcome.judgement().action() == Action.FIX ? "" : weakLinkBesides(diagnosis, name));
    }

    /** The weak link of what is not to be fixed. That few inquiries come is no advice to buy more where it is not SCALE. */
    private static String weakLinkBesides(Diagnosis diagnosis, String name) {
        return switch (diagnosis.bottleneck()) {
            case NONE, UNDETERMINED -> "";
            case ADVERTISING -> {
                Factor volume = diagnosis.factors().get("volume");
                yield String.format(
                        Locale.ROOT,
                        " Its weak link is advertising: %.2f inquiries a day come in, its peers get %.2f, at no higher cost.",
                        volume.value(),
                        volume.peers());
            }
            case SALES_AND_SERVICE, AD_STRATEGY, PRODUCT_MARGIN ->
                " Its weak link is " + diagnosis.owner() + ": "
                        + diagnosis.sentence().substring(name.length() + 2);
        };
    }

    /** What was once sure enough, without any one deal or week, stays so until it clearly is no more. */
    private String stable(Replay.Outcome outcome) {
        SegmentEvidence evidence = outcome.evidence();
        boolean less =
                evidence.probability().orElse(0) < policy.scaleProbability().doubleValue();
        boolean kept = outcome.scaleSince().isBefore(asOf);
        return (less ? ", lower than when it became SCALE but not yet low" : "")
                + ", and volume and cost are stable"
                + (evidence.stability()
                                .volumeSpread()
                                .isVolatile(policy.maximumVolumeSpread().doubleValue())
                        ? ", though the volume has begun to swing more than your maximum. "
                        : ". ")
                + (kept ? "It has been SCALE since " + outcome.scaleSince() + ". " : "")
                + (evidence.costIsNotKnown()
                        ? "Its cost is only shared out by inquiries; this would hold even if all that was spent for it and others had"
                                + " been spent for it alone. "
                        : "");
    }

    private String economics(SegmentEvidence evidence) {
        return String.format(
                Locale.ROOT,
                "%s and costs %s; %s. The target is met with probability %s%s (%s)",
                earns(evidence),
                evidence.isFree()
                        ? "nothing"
                        : money(evidence.estimates().costPerInquiry(level))
                                + (evidence.costIsNotKnown() ? " if the spend is shared by inquiries" : ""),
                mayCost(evidence),
                evidence.costIsNotKnown() ? (evidence.probability().orElse(0) < EVEN ? "at most " : "at least ") : "",
                inWords(evidence.probability().orElse(0)),
                outcome(evidence));
    }

    private String earns(SegmentEvidence evidence) {
        Estimate margin = evidence.estimates().marginPerInquiry(level);
        return margin.estimate() != null && margin.estimate() < 0
                ? String.format(Locale.ROOT, "an inquiry loses about %.2f", -margin.estimate())
                : "an inquiry earns about " + money(margin);
    }

    private String costNotKnown(SegmentEvidence evidence) {
        return String.format(
                Locale.ROOT,
                "But what it costs is not known: %s is the average of its campaigns, and only %.2f of that was posted for this"
                        + " segment alone (%s).",
                money(evidence.estimates().costPerInquiry(level)),
                evidence.knownCost(),
                outcome(evidence));
    }

    /** What an inquiry may cost, which is what the verdict compares, with what lies between that and what it earns. */
    private String mayCost(SegmentEvidence evidence) {
        Estimate affordable = evidence.estimates().maxAffordableCostPerInquiry(level);
        double handling = evidence.peerGroup().terms().handlingCost();
        String target = BigDecimal.valueOf(100 * evidence.peerGroup().terms().targetRoi())
                        .setScale(2, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
        String less = handling > 0 ? String.format(Locale.ROOT, " after %.2f of handling cost", handling) : "";
        return affordable.estimate() != null && affordable.estimate() <= 0
                ? "at any cost it would miss your target of " + target + less
                : "to reach your target of " + target + less + " it may cost up to " + money(affordable);
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
    private String outcome(SegmentEvidence evidence) {
        String deals = count(evidence.estimates().deals(), "deal", "deals");
        String inquiries = count(evidence.estimates().inquiries(), "inquiry", "inquiries");
        LocalDate tracked = evidence.peerGroup().terms().dealsTrackedFrom();
        LocalDate first = evidence.firstDay();
        return tracked == null || !tracked.isAfter(first) || tracked.isAfter(asOf)
                ? deals + " from " + inquiries
                : deals + " closed since " + tracked + ", from " + inquiries + " since " + first;
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
        return " It can count as stable again on " + needed.until() + " at the earliest.";
    }

    private String volatileVolume(SegmentEvidence evidence) {
        return String.format(
                Locale.ROOT,
                ", but its volume swings too much to be foreseen: its next four weeks may easily bring %.0f %% more or fewer"
                        + " inquiries than usual, where your maximum is %.0f %%. Find out what makes them come and go before you"
                        + " replicate it.",
                100 * evidence.stability().volumeSpread().median(),
                100 * policy.maximumVolumeSpread().doubleValue());
    }

    /** What is odd about the orders, and what it would mean either way. */
    private static String odd(SegmentEvidence evidence) {
        LargeOrders large = evidence.estimates().largeOrders().orElseThrow();
        boolean one = large.orders() == 1;
        return String.format(
                Locale.ROOT,
                "But %d of its %d orders %s %.0f %% of the margin, %s%.0f times the median order. Neither its other orders nor its"
                        + " siblings' suggest one so large. If such orders come again, the target is met with probability"
                        + " %s; if not, with probability %s.",
                large.orders(),
                large.of(),
                one ? "brings" : "bring",
                100 * large.share(),
                one ? "" : large.orders() == 2 ? "the larger one " : "the largest ",
                large.timesMedian(),
                inWords(evidence.probabilityIfLargeOrdersComeAgain()),
                inWords(evidence.probabilityIfLargeOrdersNeverComeAgain()));
    }

    private static String more(Recommendation.Needed needed) {
        return "Wait for more deals: about " + needed.deals() + (needed.deals() == 1 ? " is" : " are") + " expected by "
                + needed.until() + "; then ask again.";
    }

    private String mayBeChance(SegmentEvidence evidence) {
        Estimate affordable = evidence.estimates().maxAffordableCostPerInquiry(level);
        return affordable.estimate() == null
                ? "what an inquiry may cost is not known here."
                : "judging by your other segments an inquiry may cost about " + money(affordable)
                        + ", so this may still be chance.";
    }

    private String tooMuchForNothing(SegmentEvidence evidence) {
        Estimate cost = evidence.estimates().costPerInquiry(level);
        return String.format(
                Locale.ROOT,
                "%s: with probability %s an inquiry costs at least %.2f here, and judging by your other segments it may cost"
                        + " about %s. Do not spend more here until you know why no inquiry comes in, or why it is not"
                        + " posted.",
                spentForNothing(evidence).orElseThrow(),
                Estimate.rounded((1 + level) / 2),
                cost.low(),
                money(evidence.estimates().maxAffordableCostPerInquiry(level)));
    }

    /** Empty where nothing was spent. */
    private static Optional<String> spentForNothing(SegmentEvidence evidence) {
        double spend = evidence.estimates().spend();
        return spend == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "you spent %.2f in %s without a single valid inquiry",
                        spend,
                        count(evidence.daysWithSpend(), "day", "days")));
    }

    private String learning(SegmentEvidence evidence) {
        int weeks = policy.minimumCycles() * evidence.stability().cycleWeeks();
        if (evidence.estimates().inquiries() == 0) {
            return spentForNothing(evidence)
                    .map(spent ->
                            spent + "; " + mayBeChance(evidence) + " Check that inquiries are posted, and let it run.")
                    .orElse("there is no valid inquiry in this window, so there is nothing to judge yet.");
        }
        if (!evidence.spendIsOnRecord()) {
            return outcome(evidence)
                    + ", but no spend is on record, so the cost of an inquiry is not known. Post the spend; 0 if it costs"
                    + " nothing.";
        }
        if (evidence.spendsWithoutDeal()) {
            return String.format(
                    Locale.ROOT,
                    "you spent %.2f in %s on %s, and none of them has a deal on record. Check that deals are posted; if they are,"
                            + " find out why nobody buys before you spend more.",
                    evidence.estimates().spend(),
                    count(evidence.daysWithSpend(), "day", "days"),
                    count(evidence.estimates().inquiries(), "inquiry", "inquiries"));
        }
        if (evidence.estimates().deals() < policy.minimumDeals()) {
            return String.format(
                    Locale.ROOT,
                    "%s so far; nothing is scaled with fewer than %s. Let it run as it is.",
                    outcome(evidence),
                    count(policy.minimumDeals(), "deal", "deals"));
        }
        return evidence.historyWeeks() < weeks
                ? String.format(
                        Locale.ROOT,
                        "only %d of the %d weeks of history needed so far. Let it run as it is.",
                        evidence.historyWeeks(),
                        weeks)
                : "it is not known what an inquiry earns. " + evidence.noteOnMarginPerDeal() + " Let it run as it is.";
    }

    private static String replicate(Replication.Places places) {
        if (places.targets().isEmpty()) {
            return "Replicate it: " + nowhere(places)
                    + "look for a new category, store, price tier, region, industry or market segment.";
        }
        List<ReplicationTarget> best = bestOfEach(places.targets());
        int more = places.targets().size() - best.size();
        return more > 0
                ? "Replicate it, for example in: " + named(best) + " (and " + more + " more)."
                : "Replicate it in: " + named(best) + ".";
    }

    /** Why what the workspace knows is nowhere to go. */
    private static String nowhere(Replication.Places places) {
        if (!places.tooExpensive().isEmpty()) {
            return "what it does not serve yet (" + named(bestOfEach(places.tooExpensive()))
                    + ") costs too much wherever you serve it, so ";
        }
        return places.served().isEmpty()
                ? ""
                : "it already serves every "
                        + places.served().stream()
                                .map(dimension -> words(dimension.apiName()))
                                .collect(Collectors.joining(", "))
                        + " in the workspace, so ";
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

    /** What to fix; where no link is weak, that is no news to end on, so it says what to do all the same. */
    private static String weakLink(Diagnosis diagnosis, String name) {
        return switch (diagnosis.bottleneck()) {
            case NONE ->
                ". No single link is weak: all in all an inquiry earns too little for what it costs. Pay less for inquiries, or"
                        + " earn more with each.";
            case UNDETERMINED -> "; first find out what is wrong. " + withoutName(diagnosis.sentence(), name);
            case ADVERTISING ->
                ". Few inquiries come, and more of them at this cost would lose more. Pay less for inquiries, or earn more with each.";
            case SALES_AND_SERVICE, AD_STRATEGY, PRODUCT_MARGIN ->
                "; first fix the weak link. " + withoutName(diagnosis.sentence(), name);
        };
    }

    private static String withoutName(String diagnosis, String name) {
        String rest = diagnosis.startsWith(name + ": ") ? diagnosis.substring(name.length() + 2) : diagnosis;
        return rest.isEmpty() ? rest : Character.toUpperCase(rest.charAt(0)) + rest.substring(1);
    }
}
