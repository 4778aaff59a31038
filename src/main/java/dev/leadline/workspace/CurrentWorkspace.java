package dev.leadline.workspace;

import dev.leadline.platform.paging.ListId;
import jakarta.enterprise.context.RequestScoped;

/**
 * The workspace this request, or this piece of background work, belongs to. Set once, by authentication or by whoever
 * starts background work; every statement binds it.
 */
@RequestScoped
public class CurrentWorkspace {

    private String id;

    /** @throws IllegalStateException if nobody has been let in: no statement may run then */
    public String id() {
        if (id == null) {
            throw new IllegalStateException("No workspace is bound");
        }
        return id;
    }

    /** @throws IllegalStateException if another workspace is already bound */
    public void bind(String workspaceId) {
        if (id != null && !id.equals(workspaceId)) {
            throw new IllegalStateException("Another workspace is bound already");
        }
        id = workspaceId;
    }

    /** The list of this workspace's records of a kind, a constant such as {@code "deals"}. */
    public ListId list(String kind) {
        return new ListId(kind, id());
    }

    boolean isBound() {
        return id != null;
    }
}
