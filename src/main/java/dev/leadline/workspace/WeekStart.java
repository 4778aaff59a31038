package dev.leadline.workspace;

import java.time.DayOfWeek;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The day on which weeks begin, as they are shown. Verdicts go by ISO weeks, whatever it is. */
@Schema(description = "The day on which weeks begin.")
public enum WeekStart {
    MONDAY(DayOfWeek.MONDAY),
    SUNDAY(DayOfWeek.SUNDAY);

    private final DayOfWeek day;

    WeekStart(DayOfWeek day) {
        this.day = day;
    }

    public DayOfWeek day() {
        return day;
    }
}
