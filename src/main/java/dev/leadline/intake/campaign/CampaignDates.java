package dev.leadline.intake.campaign;

import dev.leadline.platform.problem.FieldError;
import java.time.LocalDate;
import java.util.List;

/** The rules for a campaign's days. */
final class CampaignDates {

    /** How far ahead a campaign may be planned: ten years. */
    static final int DAYS_AHEAD = 3660;

    private CampaignDates() {}

    static List<FieldError> faults(LocalDate startDate, LocalDate endDate) {
        return startDate != null && endDate != null && endDate.isBefore(startDate)
                ? List.of(FieldError.at("/endDate", "must not lie before startDate"))
                : List.of();
    }
}
