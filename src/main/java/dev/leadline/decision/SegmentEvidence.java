package dev.leadline.decision;

import dev.leadline.analysis.bucket.Week;
import dev.leadline.analysis.estimate.ExpectedLoss;
import dev.leadline.analysis.estimate.LeaveOutBound;
import dev.leadline.analysis.estimate.PeerGroup;
import dev.leadline.analysis.estimate.SegmentContext;
import dev.leadline.analysis.estimate.SegmentEstimates;
import dev.leadline.analysis.estimate.Window;
import dev.leadline.analysis.stability.Stability;
import dev.leadline.analysis.stability.WorkspaceWeeks;
import dev.leadline.ledger.segment.DealCursor;
import dev.leadline.ledger.segment.Omission;
import dev.leadline.ledger.segment.SegmentLedger;
import dev.leadline.ledger.segment.Spending;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that a decision on one segment rests on, as of one day. The cost of an inquiry is computed since its last change of
 * level, rate and value over the whole window.
 */
public final class SegmentEvidence {

    /** Of intervals of which only the estimate or the note is read: any does. */
    private static final double ANY_LEVEL = 0.9;

    private static final double EVEN = 0.5;

    private final SegmentContext context;
    private final SegmentLedger segment;
    private final PeerGroup peerGroup;
    private final Window window;
    private final int costFrom;
    private final SegmentEstimates estimates;
    private final Stability stability;
    /** Null until it is asked for, as is the next. */
    private SegmentEstimates decisive;

    private OptionalDouble probability;

    private SegmentEvidence(SegmentContext context, WorkspaceWeeks all) {
        this.context = context;
        this.segment = context.segment();
        this.peerGroup = context.peerGroup();
        this.window = context.window();
        int cycleWeeks =
                Stability.cycleWeeks(peerGroup.timing(), peerGroup.terms().horizonDays());
        this.stability = Stability.of(segment, all, cycleWeeks);
        this.costFrom = stability.costFrom(segment.ledger(), window.from(), window.lastKnown());
        this.estimates = SegmentEstimates.of(context, costFrom, Omission.NONE);
    }

    /**
     * The estimates that a verdict goes by. Where some of the cost is only shared these are by the least or the most that it may be,
     * whichever is less sure; those as they are where it may put P on either side of even.
     */
    private SegmentEstimates decisive() {
        if (decisive == null) {
            decisive = segment.costIsAllocated() && spendIsOnRecord() ? leastSure() : estimates;
        }
        return decisive;
    }

    private SegmentEstimates leastSure() {
        SegmentEstimates least = estimates.at(Spending.LEAST);
        if (!least.target().isReached(EVEN)) {
            return least;
        }
        SegmentEstimates most = estimates.at(Spending.MOST);
        return most.target().isReached(EVEN) ? most : estimates;
    }

    static SegmentEvidence of(SegmentContext context, WorkspaceWeeks all) {
        return new SegmentEvidence(context, all);
    }

    /** Without a week, by its Monday. A change of the level of cost that the week alone made goes with it. */
    private SegmentEstimates withoutWeek(int monday) {
        return withoutWeek(monday, costFromWithout(monday));
    }

    /** The same, and a change that the week hid comes out: more effort, where no change is seen with it. */
    private SegmentEstimates withoutWeekThatHides(int monday) {
        return withoutWeek(monday, levelWithout(monday));
    }

    private SegmentEstimates withoutWeek(int monday, int level) {
        return decisive().withoutDays(monday, monday + Week.DAYS - 1, level);
    }

    private int costFromWithout(int monday) {
        return costFrom == window.from() ? costFrom : levelWithout(monday);
    }

    private int levelWithout(int monday) {
        return stability.costFromWithout(monday, segment.ledger(), window.from(), window.lastKnown());
    }

    /** The segment itself. */
    public SegmentLedger segment() {
        return segment;
    }

    SegmentEstimates estimates() {
        return estimates;
    }

    /** The same with the cost of the whole window, as metrics and diagnoses show it. */
    SegmentEstimates overWindow() {
        return costFrom == window.from() ? estimates : SegmentEstimates.of(context, Omission.NONE);
    }

    /** Since when an inquiry has cost what it does now; null where its level has not changed in the window. */
    LocalDate costSince() {
        return costFrom == window.from() ? null : segment.ledger().day(costFrom);
    }

    Stability stability() {
        return stability;
    }

    PeerGroup peerGroup() {
        return peerGroup;
    }

    Window window() {
        return window;
    }

    /** The first day of the window with an inquiry or spend, or of the window if there is none. */
    LocalDate firstDay() {
        return segment.ledger().day(Math.max(window.from(), segment.firstActiveDay()));
    }

    /** Whether any spend is on record, be it 0; without it nothing is known of what an inquiry costs. */
    boolean spendIsOnRecord() {
        return estimates.spendIsOnRecord();
    }

    /** Whether it is on record that nothing was spent. */
    boolean isFree() {
        return estimates.isFree();
    }

    /**
     * Probability of the target; empty while nothing is known of it, or no spend is on record. Where some of the cost is only shared it
     * is one that the true share can but make surer; empty where that may put it on the other side of even.
     */
    public OptionalDouble probability() {
        if (probability == null) {
            probability =
                    spendIsOnRecord() && !costIsOpen() ? decisive().target().probability() : OptionalDouble.empty();
        }
        return probability;
    }

    /** Whether by its true share of what was spent for others too it may as well reach the target as miss it. */
    boolean costIsOpen() {
        return segment.costIsAllocated() && decisive() == estimates && estimates.costIsNotKnown();
    }

    /** What an error would cost, as far as it is known. */
    Optional<ExpectedLoss> expectedLossPerInquiry() {
        return spendIsOnRecord() && !costIsOpen() ? decisive().target().expectedLossPerInquiry() : Optional.empty();
    }

    /** The day at whose end this was known. */
    public LocalDate day() {
        return segment.ledger().day(window.asOf());
    }

    /**
     * The probability that the next inquiries, as many as some spend brings, reach the target by the horizon: that their margin is
     * at least the spend and the target on it. Other than {@link #probability} it is of what will be seen, which is also chance, and
     * so it knows neither handling nor discount.
     *
     * @param spend in the currency, above 0
     * @return empty while nothing is known of it, or no spend is on record
     */
    public OptionalDouble outcomeProbability(double spend) {
        double known = segment.spend(costFrom, window.lastKnown(), Omission.NONE);
        if (known == 0 || probability().isEmpty()) {
            return OptionalDouble.empty();
        }
        long inquiries = segment.inquiries(costFrom, window.lastKnown());
        double least = spend * (1 + peerGroup.terms().targetRoi());
        return (valueIsDoubtful()
                        ? Stream.of(estimates.ifLargeOrdersComeAgain(), estimates.ifLargeOrdersNeverComeAgain())
                        : Stream.of(estimates))
                .mapToDouble(way -> new OutcomeForecast(way, known, inquiries).probabilityAtLeast(least, spend))
                .average();
    }

    /** Whether the probability of the target is known and at least so much. */
    boolean reaches(double least) {
        return spendIsOnRecord() && !costIsOpen() && decisive().target().isReached(least);
    }

    /** Inquiries a day of activity; null without one. */
    Double inquiriesPerDay() {
        return estimates.inquiriesPerDay(ANY_LEVEL).estimate();
    }

    /** Why the margin of a deal is not known; null if it is. */
    String noteOnMarginPerDeal() {
        return estimates.marginPerDeal(ANY_LEVEL).note();
    }

    /** Complete weeks since the first activity. */
    public int historyWeeks() {
        int first = segment.firstActiveDay();
        return first < 0 ? 0 : Math.max(0, (window.asOf() + 1 - Math.max(first, window.from())) / Week.DAYS);
    }

    /** What an inquiry costs at its present level at least: without what was spent for others too. */
    double knownCost() {
        return segment.spend(costFrom, window.lastKnown(), Omission.NONE, Spending.LEAST)
                / segment.inquiries(costFrom, window.lastKnown());
    }

    /** Whether so much of the cost is only shared that a surer answer is to be had by posting it. */
    boolean costIsNotKnown() {
        return segment.costIsAllocated() && estimates.costIsNotKnown();
    }

    /** The probability of the target without the largest deal of the window. */
    double probabilityWithoutLargestDeal() {
        long largest = 0;
        int number = -1;
        for (DealCursor deal = segment.deals(window.asOf(), Omission.NONE); deal.next(); ) {
            if (deal.cohortDay() >= window.from() && deal.cohortDay() <= window.to() && deal.marginUnits() > largest) {
                largest = deal.marginUnits();
                number = deal.number();
            }
        }
        return number < 0
                ? probability().orElseThrow()
                : decisive()
                        .without(Omission.ofDeal(number))
                        .target()
                        .probability()
                        .orElse(0);
    }

    /** Whether some of its orders are so large that nobody knows whether such come again. */
    boolean valueIsDoubtful() {
        return estimates.largeOrders().isPresent();
    }

    /** The probability of the target if such orders come again as often as so far. */
    double probabilityIfLargeOrdersComeAgain() {
        return decisive().ifLargeOrdersComeAgain().target().probability().orElseThrow();
    }

    /** The same if they never come again. */
    double probabilityIfLargeOrdersNeverComeAgain() {
        return decisive().ifLargeOrdersNeverComeAgain().target().probability().orElse(0);
    }

    /** The largest deal's share of the margin of the window; empty where there is no margin. */
    OptionalDouble largestDealShare() {
        double largest = 0;
        double sum = 0;
        for (DealCursor deal = segment.deals(window.asOf(), Omission.NONE); deal.next(); ) {
            if (deal.cohortDay() >= window.from() && deal.cohortDay() <= window.to()) {
                largest = Math.max(largest, deal.margin());
                sum += deal.margin();
            }
        }
        return largest <= 0 || sum <= 0 ? OptionalDouble.empty() : OptionalDouble.of(largest / sum);
    }

    /** Whether the probability of the target stays at this much at least, whichever one cohort week is left out. */
    boolean reachesWithoutAnyWeek(double least) {
        LeaveOutBound floor = decisive().leaveOutBound();
        return withoutEachWeek(monday -> reachesWithout(monday, least, floor));
    }

    private boolean reachesWithout(int monday, double least, LeaveOutBound floor) {
        return costFromWithout(monday) == costFrom && floor.withoutDays(monday, monday + Week.DAYS - 1) >= least
                || withoutWeek(monday).target().probability().orElse(0) >= least;
    }

    /**
     * Whether the probability of the target stays at this much at least without the cohort week that brought most margin, and without
     * the one that brought most deals: a small part of the effort of leaving out each, and what carries a conclusion that rests on one.
     */
    boolean reachesWithoutBestWeeks(double least) {
        int weeks = (window.lastKnown() - firstMonday()) / Week.DAYS + 1;
        double[] margins = new double[weeks];
        double[] deals = new double[weeks];
        for (DealCursor deal = segment.deals(window.asOf(), Omission.NONE); deal.next(); ) {
            if (deal.cohortDay() >= window.from() && deal.cohortDay() <= window.to()) {
                int week = (deal.cohortDay() - firstMonday()) / Week.DAYS;
                margins[week] += deal.margin();
                deals[week] += deal.isFirst() ? 1 : 0;
            }
        }
        LeaveOutBound floor = decisive().leaveOutBound();
        return IntStream.of(largest(margins), largest(deals))
                .distinct()
                .map(week -> firstMonday() + week * Week.DAYS)
                .allMatch(monday -> reachesWithout(monday, least, floor));
    }

    private static int largest(double[] values) {
        int largest = 0;
        for (int i = 1; i < values.length; i++) {
            largest = values[i] > values[largest] ? i : largest;
        }
        return largest;
    }

    /** Of the first week of the window. */
    private int firstMonday() {
        LocalDate first = segment.ledger().day(Math.max(0, window.from()));
        return segment.ledger().index(first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    /**
     * Whether so much was spent without one inquiry that the target is missed with this probability, and with the other at least
     * without any one week.
     */
    boolean missesTargetWithoutInquiry(double probability, double leaveOut) {
        return decisive().target().mostProbabilityWithoutInquiry().orElse(1) <= 1 - probability
                && withoutEachWeek(monday -> withoutWeekThatHides(monday)
                                .target()
                                .mostProbabilityWithoutInquiry()
                                .orElse(1)
                        <= 1 - leaveOut);
    }

    /** Whether for a decision cycle at least money has been spent without one deal, or one inquiry, on record. */
    boolean spendsWithoutDeal() {
        return estimates.deals() == 0 && estimates.spend() > 0 && historyWeeks() >= stability.cycleWeeks();
    }

    /** Days of the window with spend. */
    long daysWithSpend() {
        return IntStream.rangeClosed(Math.max(0, window.from()), window.lastKnown())
                .filter(day -> segment.spend(day) > 0)
                .count();
    }

    /** Whether it stays at this much at most. */
    boolean staysBelowWithoutAnyWeek(double most) {
        return withoutEachWeek(
                monday -> withoutWeekThatHides(monday).target().probability().orElse(1) <= most);
    }

    /** Whether something holds without each week that says anything, by its Monday. */
    private boolean withoutEachWeek(IntPredicate holds) {
        for (int day = firstMonday(); day <= window.lastKnown(); day += Week.DAYS) {
            int last = day + Week.DAYS - 1;
            boolean matters = segment.inquiries(day, last) > 0 || segment.spend(day, last, Omission.NONE) > 0;
            if (matters && !holds.test(day)) {
                return false;
            }
        }
        return true;
    }
}
