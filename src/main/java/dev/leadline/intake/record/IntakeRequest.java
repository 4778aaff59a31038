package dev.leadline.intake.record;

import dev.leadline.platform.problem.FieldError;
import java.util.List;

/**
 * A record to be stored or changed, as a client sends it.
 *
 * @param <T> the request's own type
 */
public interface IntakeRequest<T extends IntakeRequest<T>> {

    /**
     * The one form in which equal requests are equal: texts without surrounding white space and blank ones null, amounts
     * without trailing zeros, times in UTC to the microsecond. Defaults are not filled in. Takes any request, valid or not.
     */
    T normalised();

    /** Breaches of rules between fields. Asked of normalised requests whose fields are each within their bounds. */
    List<FieldError> faults();
}
