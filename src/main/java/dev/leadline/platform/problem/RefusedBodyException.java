package dev.leadline.platform.problem;

import dev.leadline.platform.Ndjson;
import java.io.IOException;
import java.util.List;

/** The body is not one that is taken: too long, or broken. Thrown while reading, so it is an {@link IOException}. */
public final class RefusedBodyException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private RefusedBodyException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    /** @param limit the most bytes that a batch may have */
    public static RefusedBodyException ofBatch(long limit) {
        return tooLong(limit, "Send it in smaller batches, or as " + Ndjson.MEDIA_TYPE + ", which is streamed.");
    }

    /** @param limit the most bytes that one record may have */
    public static RefusedBodyException ofRecord(long limit) {
        return tooLong(limit, "A single record is much shorter; send many records as a batch.");
    }

    /** @param limit the most bytes that a stream may have */
    public static RefusedBodyException ofStream(long limit) {
        return tooLong(limit, "Send the rest in another stream; the rows before the limit may be stored.");
    }

    /** What was zipped cannot be unzipped. */
    public static RefusedBodyException brokenGzip() {
        return new RefusedBodyException(Problem.unreadable(
                "The body is not valid gzip, or is cut off. Please send it again, or without Content-Encoding.",
                List.of(FieldError.at("", "must be valid gzip"))));
    }

    private static RefusedBodyException tooLong(long limit, String remedy) {
        return new RefusedBodyException(Problem.tooLarge("The body is longer than " + limit + " bytes. " + remedy));
    }

    /** What the client is told: what is wrong, and what to do. */
    public Problem problem() {
        return problem;
    }
}
