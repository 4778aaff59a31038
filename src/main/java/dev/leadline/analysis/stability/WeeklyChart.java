package dev.leadline.analysis.stability;

import dev.leadline.statistics.ChangePoints;
import dev.leadline.statistics.ControlChart;
import dev.leadline.statistics.Direction;
import dev.leadline.statistics.Drift;
import dev.leadline.statistics.ExposedSeries;
import dev.leadline.statistics.LaneyUChart;
import dev.leadline.statistics.SignalRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The chart of one weekly figure: counts against the exposure they arose from. Each stretch between two changes of level has a
 * baseline of its own; the last one's departures decide.
 */
final class WeeklyChart {

    /** A verdict on fewer points is provisional: each moves the centre by a twelfth of its departure or more. */
    private static final int FIRM_WEEKS = 12;

    private static final String ALONE =
            "There is too little else in the workspace to tell a holiday, which hits everyone, from a fall of its own.";

    static final Planned NEVER_PLANNED = new Planned() {
        @Override
        public boolean fell(int from, int to, int baseFrom, int baseTo) {
            return false;
        }

        @Override
        public boolean drifted(int from, int to, int baseFrom, int baseTo) {
            return false;
        }
    };

    /** Whether some weeks are low on purpose, measured against others; ends are not included. */
    interface Planned {
        boolean fell(int from, int to, int baseFrom, int baseTo);

        boolean drifted(int from, int to, int baseFrom, int baseTo);
    }

    /**
     * A departure of the last stretch, the change with which it began, or a drift that goes on in it. {@code direction} is that of
     * the rate.
     *
     * @param week in which it shows
     * @param from the first of the weeks that together are the signal
     * @param to the last of them
     */
    record Signal(int week, int from, int to, String rule, Direction direction, boolean planned) {

        /** Worse, and not what was paid for. */
        boolean isAdverse() {
            return direction == Direction.LOW && !planned;
        }
    }

    private final Weeks weeks;
    private final double[] counts;
    private final double[] exposure;
    private final Planned planned;
    private final String unit;
    private final BooleanSupplier comparable;
    private final ExposedSeries series;
    private final int[] changes;
    private final ControlChart current;
    private final List<Signal> signals;

    /**
     * @param exposure by week, 0 for a week that says nothing
     * @param planned whether a low stretch is what was paid for
     * @param unit what a usable week is called, in the plural
     * @param comparable whether there is enough beside the segment to tell what moves the whole workspace
     */
    WeeklyChart(
            Weeks weeks, double[] counts, double[] exposure, Planned planned, String unit, BooleanSupplier comparable) {
        this.weeks = weeks;
        this.counts = counts;
        this.exposure = exposure;
        this.planned = planned;
        this.unit = unit;
        this.comparable = comparable;
        this.series = ExposedSeries.of(counts, exposure);
        this.changes = ChangePoints.of(series);
        this.current = stretch(since(), weeks.count());
        this.signals = List.copyOf(found());
    }

    private int since() {
        return changes.length == 0 ? 0 : changes[changes.length - 1];
    }

    private ControlChart stretch(int from, int to) {
        double[] only = new double[exposure.length];
        System.arraycopy(exposure, from, only, from, to - from);
        return LaneyUChart.of(counts, only);
    }

    Weeks weeks() {
        return weeks;
    }

    double exposure(int week) {
        return exposure[week];
    }

    /** The chart since the last change. */
    ControlChart current() {
        return current;
    }

    /** The first week of the last level that is at least so many weeks old; 0 where none is. */
    int levelSettledFor(int age) {
        return Arrays.stream(changes)
                .filter(change -> weeks.count() - change >= age)
                .max()
                .orElse(0);
    }

    /** Mondays at which a new level began. */
    List<LocalDate> changePoints() {
        return Arrays.stream(changes).mapToObj(weeks::monday).toList();
    }

    /** The same had one week not been. */
    List<LocalDate> changePointsWithout(int week) {
        double[] others = exposure.clone();
        others[week] = 0;
        return Arrays.stream(ChangePoints.of(ExposedSeries.of(counts, others)))
                .mapToObj(weeks::monday)
                .toList();
    }

    /** The points of all stretches, each against its own baseline. */
    List<ControlChart.Point> points() {
        List<ControlChart.Point> points = new ArrayList<>();
        int from = 0;
        for (int change : changes) {
            points.addAll(stretch(from, change).points());
            from = change;
        }
        points.addAll(current.points());
        return points;
    }

    /** In order of week for each rule; the change that began the last stretch is the last. */
    List<Signal> signals() {
        return signals;
    }

    private List<Signal> found() {
        List<Signal> found = new ArrayList<>();
        for (ControlChart.Signal signal : current.signals()) {
            int from = beginningOf(signal);
            boolean explained = planned.fell(from, signal.index() + 1, since(), weeks.count());
            found.add(new Signal(
                    signal.index(), from, signal.index(), signal.rule().name(), signal.direction(), explained));
        }
        found.addAll(drift());
        if (changes.length > 0) {
            int before = changes.length < 2 ? 0 : changes[changes.length - 2];
            boolean fell = rate(since(), weeks.count()) < rate(before, since());
            boolean explained = planned.fell(since(), weeks.count(), before, since());
            Direction direction = fell ? Direction.LOW : Direction.HIGH;
            found.add(new Signal(
                    since(), since(), weeks.count() - 1, SignalRule.CHANGE_POINT.name(), direction, explained));
        }
        return found;
    }

    boolean hasAdverseSignal() {
        return signals.stream().anyMatch(Signal::isAdverse);
    }

    /** Whether a week alone is an adverse signal. */
    boolean isAdverse(int week) {
        return signals.stream()
                .anyMatch(signal -> signal.week() == week
                        && signal.rule().equals(SignalRule.BEYOND_LIMIT.name())
                        && signal.isAdverse());
    }

    /** A drift goes back beyond the changes of level into which it falls, but does not outlive one. */
    private List<Signal> drift() {
        List<ControlChart.Signal> drifts = Drift.of(series);
        if (drifts.isEmpty()) {
            return List.of();
        }
        int[] used = IntStream.range(0, exposure.length)
                .filter(week -> exposure[week] > 0)
                .toArray();
        List<Signal> signals = new ArrayList<>();
        for (ControlChart.Signal signal : drifts) {
            if (signal.index() >= since()) {
                int last = Arrays.binarySearch(used, signal.index());
                int first = used[last - Drift.POINTS + 1];
                int middle = used[last - Drift.POINTS / 2 + 1];
                boolean explained = planned.drifted(middle, signal.index() + 1, first, middle);
                signals.add(new Signal(
                        signal.index(), first, signal.index(), SignalRule.DRIFT.name(), signal.direction(), explained));
            }
        }
        return signals;
    }

    /** The first of the weeks that together are the signal. */
    private int beginningOf(ControlChart.Signal signal) {
        if (signal.rule() == SignalRule.BEYOND_LIMIT) {
            return signal.index();
        }
        int[] charted =
                current.points().stream().mapToInt(ControlChart.Point::index).toArray();
        return charted[Arrays.binarySearch(charted, signal.index()) - ControlChart.RUN_LENGTH + 1];
    }

    private double rate(int from, int to) {
        double count = 0;
        double exposed = 0;
        for (int i = from; i < to; i++) {
            if (exposure[i] > 0) {
                count += counts[i];
                exposed += exposure[i];
            }
        }
        return exposed == 0 ? 0 : count / exposed;
    }

    Assessment assess(int cycleWeeks) {
        int used = (int) Arrays.stream(exposure).filter(e -> e > 0).count();
        if (used < Assessment.FEWEST_WEEKS) {
            String note = "Complete " + unit + ": " + used + "; " + Assessment.FEWEST_WEEKS + " are needed.";
            return new Assessment(Verdict.INSUFFICIENT, used, true, List.of(), null, changePoints(), note, current);
        }
        int firstRecent = weeks.count() - Assessment.CYCLES * cycleWeeks;
        List<Signal> recent = signals.stream()
                .filter(signal -> signal.isAdverse() && signal.week() >= firstRecent)
                .toList();
        List<Assessment.Alarm> adverse = recent.stream()
                .map(signal -> new Assessment.Alarm(weeks.monday(signal.week()), signal.rule()))
                .toList();
        int points = current.points().size();
        return new Assessment(
                adverse.isEmpty() ? Verdict.STABLE : Verdict.UNSTABLE,
                points,
                points < FIRM_WEEKS,
                adverse,
                departure(recent),
                changePoints(),
                adverse.isEmpty() || comparable.getAsBoolean() ? null : ALONE,
                current);
    }

    /** A run is its own signal again each week in which it goes on. A drift is told only where there is nothing else. */
    private Assessment.Departure departure(List<Signal> adverse) {
        Signal first = adverse.stream()
                .min(Comparator.comparing((Signal signal) -> signal.rule().equals(SignalRule.DRIFT.name()))
                        .thenComparing(Signal::from)
                        .thenComparing(Signal::to, Comparator.reverseOrder()))
                .orElse(null);
        if (first == null) {
            return null;
        }
        int to = first.to();
        for (Signal signal : adverse) {
            to = signal.rule().equals(first.rule()) && signal.from() <= to ? Math.max(to, signal.to()) : to;
        }
        return new Assessment.Departure(first.rule(), weeks.monday(first.from()), weeks.monday(to));
    }
}
