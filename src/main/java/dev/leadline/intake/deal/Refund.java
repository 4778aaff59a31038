package dev.leadline.intake.deal;

import dev.leadline.platform.problem.FieldError;
import dev.leadline.platform.time.GivenTime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The rules of what of a deal is given back, and of when. */
final class Refund {

    private Refund() {}

    static List<FieldError> faults(BigDecimal revenue, GivenTime closedAt, BigDecimal refunded, GivenTime refundedAt) {
        List<FieldError> faults = new ArrayList<>();
        if (refunded != null && refunded.compareTo(revenue) > 0) {
            faults.add(FieldError.at("/refunded", "must not be more than revenue"));
        }
        if (refundedAt != null && refunded == null) {
            faults.add(FieldError.at("/refundedAt", "is allowed only with refunded"));
        } else if (refundedAt != null && refundedAt.isBefore(closedAt)) {
            faults.add(FieldError.at("/refundedAt", "must not lie before closedAt"));
        }
        return faults;
    }
}
