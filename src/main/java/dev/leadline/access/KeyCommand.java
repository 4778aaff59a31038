package dev.leadline.access;

import dev.leadline.platform.command.Command;
import dev.leadline.platform.command.CommandException;
import dev.leadline.workspace.WorkspaceContext;
import dev.leadline.workspace.WorkspaceService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Makes a key that reads a workspace, for somebody at the machine who has none, or none any more. */
@ApplicationScoped
class KeyCommand implements Command {

    private final ApiKeyService keys;
    private final WorkspaceService workspaces;
    private final WorkspaceContext contexts;

    KeyCommand(ApiKeyService keys, WorkspaceService workspaces, WorkspaceContext contexts) {
        this.keys = keys;
        this.workspaces = workspaces;
        this.contexts = contexts;
    }

    @Override
    public String name() {
        return "key";
    }

    @Override
    public String usage() {
        return "key <workspace>   makes an ANALYST key of the workspace (demo, say), which reads all of it, and prints it";
    }

    @Override
    public String run(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new CommandException("Name one workspace by its id: key demo");
        }
        String workspace = arguments.get(0);
        return contexts.call(workspace, () -> {
            if (!workspaces.exists(workspace)) {
                throw new CommandException("There is no workspace '" + workspace
                        + "'. GET /api/v1/workspaces lists them; the demo market is in 'demo', where it was loaded.");
            }
            return keys.issue("Made at the machine", Role.ANALYST);
        });
    }
}
