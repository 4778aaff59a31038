package dev.leadline.decision;

import dev.leadline.analysis.stability.SpreadLimit;
import dev.leadline.workspace.WorkspaceService;
import jakarta.enterprise.context.ApplicationScoped;

/** The limit of a volume's spread that decisions of the current workspace go by. */
@ApplicationScoped
class PolicySpreadLimit implements SpreadLimit {

    private final WorkspaceService workspaces;
    private final PolicySettings settings;

    PolicySpreadLimit(WorkspaceService workspaces, PolicySettings settings) {
        this.workspaces = workspaces;
        this.settings = settings;
    }

    @Override
    public double ofCurrentWorkspace() {
        return workspaces.current().settings(settings).maximumVolumeSpread().doubleValue();
    }
}
