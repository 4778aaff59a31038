package dev.leadline.access;

import dev.leadline.workspace.Workspace;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A workspace just made, with its first key. */
@Schema(description = "A workspace just made. `adminKey` is shown this once; store it now.")
record FoundedWorkspace(
        Workspace workspace,

        @Schema(examples = "ldl_4fYc0mQn3rTz8VbXw1KpLs6HgJd9EaUi_2Bq7Zx")
        String adminKey) {}
