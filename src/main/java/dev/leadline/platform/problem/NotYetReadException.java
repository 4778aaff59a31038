package dev.leadline.platform.problem;

/** The records that the answer needs are still being read: 503, and the client tries again. */
public final class NotYetReadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message which records, and since when; for the log, where it is one line */
    public NotYetReadException(String message) {
        super(message);
    }
}
