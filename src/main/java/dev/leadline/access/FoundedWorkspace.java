package dev.leadline.access;

import dev.leadline.workspace.Workspace;
import dev.leadline.workspace.idempotency.ShownOnce;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A workspace just made, with its first key. */
@Schema(description = "A new workspace. `adminKey` is shown only now; store it.")
record FoundedWorkspace(
        Workspace workspace,

        @Schema(
                nullable = true,
                description = "The secret. Null in a replayed answer: it is not stored.",
                examples = "ldl_4fYc0mQn3rTz8VbXw1KpLs6HgJd9EaUi_2Bq7Zx")
        String adminKey)
        implements ShownOnce {

    @Override
    public FoundedWorkspace withoutSecret() {
        return new FoundedWorkspace(workspace, null);
    }
}
