package dev.leadline.workspace;

import dev.leadline.platform.problem.FieldError;
import java.util.Optional;

/**
 * The settings of one room, which describes, completes and checks them itself. The workspace stores them and shows them
 * as a member of this name; {@code META-INF/openapi.yaml} declares that member.
 *
 * @param <S> a record with the constraints of its members, which all may be null: then they take their defaults
 */
public interface RoomSettings<S> {

    /** The member of the workspace, a constant such as {@code "policy"}. */
    String name();

    Class<S> type();

    /**
     * These settings, with defaults where nothing is given and without trailing zeros.
     *
     * @param given null if nothing is given at all
     */
    S complete(S given);

    /**
     * What is wrong between members that are each valid by themselves; empty if nothing is.
     *
     * @param complete as {@link #complete} returned them
     */
    Optional<FieldError> faultOf(S complete);
}
