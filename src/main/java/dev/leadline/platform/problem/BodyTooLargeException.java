package dev.leadline.platform.problem;

import dev.leadline.platform.Ndjson;
import java.io.IOException;

/** The body is longer than its kind may be. Thrown while reading, so it is an {@link IOException}. */
public final class BodyTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String detail;

    private BodyTooLargeException(long limit, String remedy) {
        super("Body over " + limit + " bytes");
        this.detail = "The body is longer than " + limit + " bytes. " + remedy;
    }

    /** @param limit the most bytes that a batch may have */
    public static BodyTooLargeException ofBatch(long limit) {
        return new BodyTooLargeException(
                limit, "Send it in smaller batches, or as " + Ndjson.MEDIA_TYPE + ", which is streamed.");
    }

    /** @param limit the most bytes that one record may have */
    public static BodyTooLargeException ofRecord(long limit) {
        return new BodyTooLargeException(limit, "A single record is much shorter; send many records as a batch.");
    }

    /** What the client is told: the limit, and what to do. */
    public Problem problem() {
        return Problem.tooLarge(detail);
    }
}
