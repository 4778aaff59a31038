package dev.leadline.workspace.audit;

import dev.leadline.platform.audit.AuditAction;
import dev.leadline.platform.audit.AuditKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;

/** A row of table audit_entry; written by {@link AuditLog}. */
@Entity
@Immutable
@Table(name = "audit_entry")
class AuditEntryEntity {

    @TenantId
    @PartitionKey
    @Column(name = "workspace_id")
    String workspaceId;

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    AuditKind kind;

    @Enumerated(EnumType.STRING)
    AuditAction action;

    @Column(name = "subject_id")
    String subjectId;

    String actor;

    /** JSON. */
    String changes;

    @Column(name = "recorded_at")
    Instant recordedAt;
}
