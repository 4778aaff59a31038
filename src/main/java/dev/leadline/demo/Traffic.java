package dev.leadline.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * How inquiries and spend come in, for all campaigns alike.
 *
 * @param weekdays relative level of spend and inquiries, Monday to Sunday; scaled to a mean of 1
 * @param dispersion variance of a day's inquiries over their mean, 1 or more
 * @param spendVariation coefficient of variation of a campaign's daily spend around its plan
 * @param holidays stretches in which all campaigns rest
 * @param holidayLevel spend and inquiries in a holiday, relative to other days
 * @param invalidShare INVALID inquiries per valid one
 * @param testShare test inquiries per valid one
 */
public record Traffic(
        List<Double> weekdays,
        double dispersion,
        double spendVariation,
        List<DayRange> holidays,
        double holidayLevel,
        double invalidShare,
        double testShare) {

    private static final int WEEKDAYS = DayOfWeek.values().length;

    public Traffic {
        Checks.require(weekdays.size() == WEEKDAYS, "a week has seven days");
        Checks.require(dispersion >= 1, "dispersion must be 1 or more");
        Checks.require(spendVariation >= 0, "spendVariation must not be negative");
        double total = weekdays.stream().mapToDouble(Double::doubleValue).sum();
        Checks.require(total > 0, "a week must not be empty");
        weekdays = weekdays.stream().map(level -> level * WEEKDAYS / total).toList();
        holidays = List.copyOf(holidays);
    }

    /** Level of {@code day} relative to the mean day. */
    double levelOn(LocalDate day) {
        double weekday = weekdays.get(day.getDayOfWeek().getValue() - 1);
        boolean holiday = holidays.stream().anyMatch(range -> range.contains(day));
        return holiday ? weekday * holidayLevel : weekday;
    }
}
