package dev.leadline.intake.campaign;

import dev.leadline.platform.problem.FieldError;
import java.time.LocalDate;
import java.util.List;

/** The rule between a campaign's days. */
final class CampaignDates {

    private CampaignDates() {}

    static List<FieldError> faults(LocalDate startDate, LocalDate endDate) {
        return startDate != null && endDate != null && endDate.isBefore(startDate)
                ? List.of(FieldError.at("/endDate", "must not lie before startDate"))
                : List.of();
    }
}
