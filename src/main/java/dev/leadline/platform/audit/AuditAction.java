package dev.leadline.platform.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was done. */
@Schema(description = "What was done.")
public enum AuditAction {
    CREATED,
    CHANGED,
    REVOKED,
    ERASED,
    EXPORTED,
    MERGED
}
