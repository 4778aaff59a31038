package dev.leadline.platform.concurrent;

/** What was asked has not been answered in time; whether it will be is not known. */
public final class OverdueException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param message what, and the limit; for the log */
    public OverdueException(String message) {
        super(message);
    }
}
