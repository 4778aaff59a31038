package dev.leadline.access;

import dev.leadline.workspace.Workspace;
import dev.leadline.workspace.idempotency.ShownOnce;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A workspace just made, with its first key. */
@Schema(description = "A workspace just made. `adminKey` is shown this once; store it now.")
record FoundedWorkspace(
        Workspace workspace,

        @Schema(
                nullable = true,
                description = "The secret. Null where the answer is replayed: it is kept nowhere.",
                examples = "ldl_4fYc0mQn3rTz8VbXw1KpLs6HgJd9EaUi_2Bq7Zx")
        String adminKey)
        implements ShownOnce {

    @Override
    public FoundedWorkspace withoutSecret() {
        return new FoundedWorkspace(workspace, null);
    }
}
