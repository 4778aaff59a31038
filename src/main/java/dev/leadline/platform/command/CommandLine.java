package dev.leadline.platform.command;

import io.quarkus.arc.All;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;

/**
 * Runs the command that the first argument names. What it returns goes to the standard output, all else to the standard
 * error; the exit status is 0 if it was done, 1 if it could not be done, 2 if there is no such command.
 */
@Unremovable
@ApplicationScoped
public class CommandLine implements QuarkusApplication {

    private final List<Command> commands;
    private final Flyway flyway;

    CommandLine(@All List<Command> commands, Flyway flyway) {
        this.commands = commands;
        this.flyway = flyway;
    }

    @Override
    public int run(String... arguments) {
        List<String> words = List.of(arguments);
        for (Command command : commands) {
            if (command.name().equals(words.get(0))) {
                return run(command, words.subList(1, words.size()));
            }
        }
        System.err.println(commands.stream()
                .map(Command::usage)
                .collect(Collectors.joining(
                        "\n  ",
                        "There is no command '" + words.get(0) + "'. There are:\n  ",
                        "\nWithout a command the service is started.")));
        return 2;
    }

    private int run(Command command, List<String> arguments) {
        try {
            requireTables();
            System.out.println(command.run(arguments));
            return 0;
        } catch (CommandException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    /** A command changes no tables: a service of another version may be running on them. */
    private void requireTables() {
        if (flyway.info().pending().length > 0) {
            throw new CommandException(
                    "The database does not have all tables of this version yet. Start the service once, then try again.");
        }
    }
}
