package dev.leadline.workspace;

import dev.leadline.platform.problem.FieldError;
import java.util.Optional;

/**
 * The settings of one room, which describes, completes and checks them itself. The workspace keeps them and shows them as a
 * member of its own under their name; the frame of the API document says so.
 *
 * @param <S> a record with the constraints of its members, which all may be null: then they take their defaults
 */
public interface RoomSettings<S> {

    /** The member of the workspace, a constant such as {@code "policy"}. */
    String name();

    Class<S> type();

    /**
     * These settings with the defaults where nothing is said, and with no zeros at the end of decimals.
     *
     * @param given null: nothing is said at all
     */
    S complete(S given);

    /**
     * What is wrong between members of which each by itself is right; empty when nothing is.
     *
     * @param complete as {@link #complete} returned them
     */
    Optional<FieldError> faultOf(S complete);
}
