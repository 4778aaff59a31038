package dev.leadline.analysis.stability;

/** Whether fewer inquiries are what was paid for. */
final class BudgetChange implements WeeklyChart.Planned {

    /** Standard deviations by which a count may fall short of what the spend lets expect, and still be what was paid for. */
    private static final double CHANCE = 3;
    /** Only spend that fell by a tenth lets chance explain the rest. */
    private static final double LOWER = 0.9;

    private final Weeks weeks;

    BudgetChange(Weeks weeks) {
        this.weeks = weeks;
    }

    /** What some weeks bring in sum. */
    private record Stretch(double inquiries, double spend, double activeDays) {

        private double relativeTo(Stretch base, double own, double others) {
            return activeDays > 0 && base.activeDays > 0 && others > 0
                    ? own / activeDays / (others / base.activeDays)
                    : 0;
        }

        double volumeRelativeTo(Stretch base) {
            return relativeTo(base, inquiries, base.inquiries);
        }

        double spendRelativeTo(Stretch base) {
            return relativeTo(base, spend, base.spend);
        }

        /** Whether it brings as many inquiries as the base would for this spend, but for chance. */
        boolean isWorthIts(Stretch base) {
            double expected = base.inquiries * spend / base.spend;
            double variance = expected + expected * expected / base.inquiries;
            return base.inquiries > 0 && inquiries >= expected - CHANCE * Math.sqrt(variance);
        }
    }

    /**
     * Whether spend a day in some weeks, against that of the weeks that are the measure, fell at least half as far (in logarithms)
     * as the inquiries a day did. Ends are not included.
     */
    @Override
    public boolean fell(int from, int to, int baseFrom, int baseTo) {
        return fellAlike(stretch(from, to), stretch(baseFrom, baseTo));
    }

    /**
     * The same of a slow fall, which is only seen where chance adds to it: spend that fell by a tenth explains it too if the rest
     * may be chance.
     */
    @Override
    public boolean drifted(int from, int to, int baseFrom, int baseTo) {
        Stretch now = stretch(from, to);
        Stretch base = stretch(baseFrom, baseTo);
        double spend = now.spendRelativeTo(base);
        return fellAlike(now, base) || spend > 0 && spend < LOWER && now.isWorthIts(base);
    }

    private static boolean fellAlike(Stretch now, Stretch base) {
        double volume = now.volumeRelativeTo(base);
        double spend = now.spendRelativeTo(base);
        return spend > 0 && spend < 1 && volume < 1 && 2 * Math.log(spend) <= Math.log(volume);
    }

    private Stretch stretch(int from, int to) {
        double inquiries = 0;
        double spend = 0;
        double days = 0;
        for (int week = from; week < to; week++) {
            if (weeks.isInformative(week)) {
                inquiries += weeks.inquiries()[week];
                spend += weeks.spend()[week];
                days += weeks.activeDays()[week];
            }
        }
        return new Stretch(inquiries, spend, days);
    }
}
