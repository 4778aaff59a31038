package dev.leadline.platform.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A value that cannot be taken, for a reason of which its type says nothing. */
public final class InvalidValueException extends MismatchedInputException {

    private static final long serialVersionUID = 1L;

    /** @param detail what is wrong and the remedy, shown to the client as it is */
    public InvalidValueException(JsonParser parser, String detail) {
        super(parser, detail, String.class);
    }
}
