package dev.leadline.analysis.stability;

import dev.leadline.analysis.bucket.Week;
import dev.leadline.ledger.segment.SegmentLedger;
import java.util.Arrays;

/**
 * By week how much of it was active, 1 for a whole week: its active days, each by the share of a week's inquiries that its
 * weekday brings. A day with hardly any spend, against the usual around it, is as good as a pause.
 */
final class Activity {

    /** A day with less than this share of the usual spend is idle. */
    private static final double IDLE = 0.1;
    /** So many inquiries, spread evenly, are added to each weekday's, so that few do not make a pattern. */
    private static final double EVEN = 5;

    private Activity() {}

    /**
     * @param from the first Monday, an index of the ledger
     * @param spend by week
     * @param activeDays by week
     */
    static double[] of(SegmentLedger segment, ActiveDays active, int from, double[] spend, double[] activeDays) {
        double[] usual = MovingMedian.of(spend, activeDays);
        int days = spend.length * Week.DAYS;
        boolean[] busy = new boolean[days];
        double[] inquiries = new double[Week.DAYS];
        double[] exposure = new double[Week.DAYS];
        for (int i = 0; i < days; i++) {
            int day = from + i;
            busy[i] = active.include(day) && segment.spend(day) >= IDLE * usual[i / Week.DAYS];
            if (busy[i]) {
                inquiries[i % Week.DAYS] += segment.inquiries(day);
                exposure[i % Week.DAYS]++;
            }
        }
        double[] shares = shares(inquiries, exposure);
        double[] activity = new double[spend.length];
        for (int week = 0; week < activity.length; week++) {
            int idle = 0;
            for (int weekday = 0; weekday < Week.DAYS; weekday++) {
                if (busy[week * Week.DAYS + weekday]) {
                    activity[week] += shares[weekday];
                } else {
                    idle++;
                }
            }
            // Whole weeks are alike to the last digit.
            activity[week] = idle == 0 ? 1 : activity[week];
        }
        return activity;
    }

    /** Of a week's inquiries by weekday; they sum to 1. */
    private static double[] shares(double[] inquiries, double[] exposure) {
        double mean = Arrays.stream(inquiries).sum()
                / Math.max(1, Arrays.stream(exposure).sum());
        double[] shares = new double[Week.DAYS];
        Arrays.setAll(shares, weekday -> (inquiries[weekday] + EVEN) / (mean * exposure[weekday] + EVEN));
        double sum = Arrays.stream(shares).sum();
        Arrays.setAll(shares, weekday -> shares[weekday] / sum);
        return shares;
    }
}
