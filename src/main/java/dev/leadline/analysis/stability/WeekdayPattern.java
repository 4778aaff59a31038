package dev.leadline.analysis.stability;

import dev.leadline.analysis.bucket.Week;
import java.time.LocalDate;

/** How the rate of a weekday compares with that of all days. */
final class WeekdayPattern {

    private final double[] counts = new double[Week.DAYS];
    private final double[] exposures = new double[Week.DAYS];
    private double count;
    private double exposure;

    void add(LocalDate day, double dayCount, double dayExposure) {
        int weekday = weekday(day);
        counts[weekday] += dayCount;
        exposures[weekday] += dayExposure;
        count += dayCount;
        exposure += dayExposure;
    }

    /** 1 where nothing is known. */
    double factor(LocalDate day) {
        int weekday = weekday(day);
        return exposures[weekday] <= 0 || count <= 0 ? 1 : counts[weekday] / exposures[weekday] / (count / exposure);
    }

    private static int weekday(LocalDate day) {
        return day.getDayOfWeek().getValue() - 1;
    }
}
