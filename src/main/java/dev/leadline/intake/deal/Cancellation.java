package dev.leadline.intake.deal;

import dev.leadline.platform.problem.FieldError;
import dev.leadline.platform.time.GivenTime;
import java.util.List;

/** The rules of a deal's cancelledAt. */
final class Cancellation {

    private Cancellation() {}

    static List<FieldError> faults(DealStatus status, GivenTime closedAt, GivenTime cancelledAt) {
        if (cancelledAt == null) {
            return List.of();
        }
        if (status != DealStatus.CANCELLED) {
            return List.of(FieldError.at("/cancelledAt", "is allowed only with status CANCELLED"));
        }
        return cancelledAt.isBefore(closedAt)
                ? List.of(FieldError.at("/cancelledAt", "must not lie before closedAt"))
                : List.of();
    }
}
