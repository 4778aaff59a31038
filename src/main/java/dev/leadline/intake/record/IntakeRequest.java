package dev.leadline.intake.record;

import dev.leadline.platform.problem.FieldError;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/**
 * A record to be stored or changed, as a client sends it.
 *
 * @param <T> the request's own type
 */
public interface IntakeRequest<T extends IntakeRequest<T>> {

    /**
     * The one form in which equal requests are equal: texts without surrounding white space and blank ones null, amounts to four
     * decimals and without trailing zeros, times in UTC to the microsecond. Defaults are not filled in. Takes any request, valid
     * or not.
     *
     * @param zone the workspace's; asked for only where a time is local, so that all other requests do without it
     */
    T normalised(Supplier<ZoneId> zone);

    /** Whether an amount loses decimals by {@link #normalised}. No name of a getter: the hash is made of what those give. */
    default boolean losesDecimals() {
        return false;
    }

    /** Breaches of rules between fields. Asked of normalised requests whose fields are each within their bounds. */
    List<FieldError> faults();
}
