package dev.leadline.decision;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A value of a dimension to replicate a segment to. */
@Schema(description = "A value that the workspace knows and the segment does not serve yet.")
record ReplicationTarget(
        @Schema(examples = "region") String dimension,
        @Schema(examples = "Zhejiang") String value) {}
