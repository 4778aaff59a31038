package dev.leadline.platform.audit;

import java.util.Map;

/**
 * Something to be accounted for was changed. Told within the transaction that changes it, so that both are kept or
 * neither is.
 *
 * @param subjectId of what was changed
 * @param changes by field, neither secrets nor personal data among them
 */
public record AuditedChange(AuditKind kind, AuditAction action, String subjectId, Map<String, ValueChange> changes) {}
