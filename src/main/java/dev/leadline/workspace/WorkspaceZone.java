package dev.leadline.workspace;

import jakarta.enterprise.context.RequestScoped;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * The zone of the current workspace, for the local times of a request: read once, and only if one of them asks. It is fixed once there
 * are records, so all but the first request of a workspace see the zone in which its days are counted.
 */
@RequestScoped
public class WorkspaceZone implements Supplier<ZoneId> {

    private final WorkspaceService workspaces;
    private ZoneId zone;

    WorkspaceZone(WorkspaceService workspaces) {
        this.workspaces = workspaces;
    }

    @Override
    public ZoneId get() {
        if (zone == null) {
            zone = workspaces.current().zone();
        }
        return zone;
    }
}
