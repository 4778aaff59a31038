package dev.leadline.intake.inquiry;

import dev.leadline.platform.problem.FieldError;
import dev.leadline.platform.time.GivenTime;
import java.time.Duration;
import java.util.List;

/** When an inquiry was first answered by a person; no mail that a machine sends. */
final class FirstResponse {

    static final String DESCRIPTION =
            "When it was first answered by a person, not by an automatic mail. Null: not yet, or"
                    + " not known. Not more than a minute before receivedAt; a day alone only if receivedAt is of another"
                    + " day. " + GivenTime.DESCRIPTION;

    /** The clocks of a form and of the desk that answers may differ so far. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private FirstResponse() {}

    /**
     * Why it cannot have been answered then; empty if it can.
     *
     * @param firstRespondedAt null if it is not known
     * @param receivedAt null if the request leaves it to the service
     */
    static List<FieldError> faults(GivenTime firstRespondedAt, GivenTime receivedAt) {
        if (firstRespondedAt == null) {
            return List.of();
        }
        if (receivedAt == null) {
            return fault("requires receivedAt: send both, or set this later by PATCH");
        }
        if (firstRespondedAt.mayCoincideWith(receivedAt)) {
            return fault("is on the day of receivedAt, and of one of them only the day is given;"
                    + " send the exact time of both, or omit firstRespondedAt if you know only the day");
        }
        return firstRespondedAt.instant().isBefore(receivedAt.instant().minus(TOLERANCE))
                ? fault(
                        "is before receivedAt; send the exact time with its offset, or omit it if you know only the day")
                : List.of();
    }

    private static List<FieldError> fault(String detail) {
        return List.of(FieldError.at("/firstRespondedAt", detail));
    }
}
