package dev.leadline.platform.command;

import java.util.List;

/** Something that is done once, at the machine, instead of running the service; for whoever may use its database. */
public interface Command {

    /** The word by which it is called. */
    String name();

    /** One line for those who do not know it: the call and what it does. */
    String usage();

    /**
     * Does it.
     *
     * @param arguments the words after the name
     * @return what to print
     * @throws CommandException if it cannot be done
     */
    String run(List<String> arguments);
}
