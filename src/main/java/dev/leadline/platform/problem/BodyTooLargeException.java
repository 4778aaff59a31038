package dev.leadline.platform.problem;

import java.io.IOException;

/** The body is longer than its kind may be. Thrown while reading, so it is an {@link IOException}. */
public final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long limit;

    /** @param limit the most bytes that are taken */
    public BodyTooLargeException(long limit) {
        super("Body over " + limit + " bytes");
        this.limit = limit;
    }

    public Problem problem() {
        return Problem.tooLarge("The body is longer than " + limit + " bytes. Send it in smaller batches, or as"
                + " application/x-ndjson, which is streamed.");
    }
}
