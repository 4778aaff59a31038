package dev.leadline.platform.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A text with characters that no text of ours may hold. */
public final class InvalidTextException extends MismatchedInputException {

    private static final long serialVersionUID = 1L;

    /** @param detail what is wrong and the remedy, shown to the client as it is */
    public InvalidTextException(JsonParser parser, String detail) {
        super(parser, detail, String.class);
    }
}
