package dev.leadline.analysis.stability;

/** Whether fewer inquiries are what was paid for. */
final class PaidFor {

    private final Weeks weeks;

    PaidFor(Weeks weeks) {
        this.weeks = weeks;
    }

    /**
     * Whether spend a day in some weeks, against that of the weeks that are the measure, fell at least half as far (in logarithms)
     * as the inquiries a day did. Ends are not included.
     */
    boolean fellAlike(int from, int to, int baseFrom, int baseTo) {
        double volume = ratio(weeks.inquiries(), from, to, baseFrom, baseTo);
        double spend = ratio(weeks.spend(), from, to, baseFrom, baseTo);
        return spend > 0 && spend < 1 && volume < 1 && 2 * Math.log(spend) <= Math.log(volume);
    }

    private double ratio(double[] values, int from, int to, int baseFrom, int baseTo) {
        double base = perActiveDay(values, baseFrom, baseTo);
        return base > 0 ? perActiveDay(values, from, to) / base : 0;
    }

    private double perActiveDay(double[] values, int from, int to) {
        double sum = 0;
        double days = 0;
        for (int week = from; week < to; week++) {
            if (weeks.activeDays()[week] > 0) {
                sum += values[week];
                days += weeks.activeDays()[week];
            }
        }
        return days == 0 ? 0 : sum / days;
    }
}
