package dev.leadline.intake.record;

import dev.leadline.platform.problem.Problem;
import dev.leadline.platform.query.QueryValue;
import java.util.Optional;

/** Ids that other systems give records, where they stand in an address. */
public final class ExternalIds {

    /** For the API document. */
    public static final String PUT_DESCRIPTION = "Stores it if it is new. Else the fields given are merged into what is"
            + " stored, as PATCH and `onExisting=update` do it; a field left out or null stays as it is. The body is that of"
            + " the POST, of the same external id as the address.";

    private ExternalIds() {}

    /**
     * The id as a record has it; empty if it is blank, which none has.
     *
     * @param given in the address
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if no record could have it
     */
    public static String ofAddress(String given) {
        return QueryValue.of("externalId", Optional.of(given)).text("");
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 if a body has another one than its address */
    public static void requireSame(String ofBody, String ofAddress) {
        if (!ofBody.equals(ofAddress)) {
            throw Problem.invalid("/externalId", "is not that of the address").toException();
        }
    }
}
