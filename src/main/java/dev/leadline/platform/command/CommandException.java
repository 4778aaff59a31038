package dev.leadline.platform.command;

/** A command cannot be done. The message is for the person who called it: the reason and the remedy. */
public final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message the reason and the remedy, without anything secret */
    public CommandException(String message) {
        super(message);
    }
}
