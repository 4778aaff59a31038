package dev.leadline.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;
import org.hibernate.annotations.TenantId;

/** A row of table api_key. */
@Entity
@Table(name = "api_key")
class ApiKeyEntity {

    @TenantId
    @PartitionKey
    @Column(name = "workspace_id")
    String workspaceId;

    @Id
    UUID id;

    String name;

    @Enumerated(EnumType.STRING)
    Role role;

    @Column(name = "secret_hash")
    byte[] secretHash;

    @Column(name = "last_four")
    String lastFour;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "revoked_at")
    Instant revokedAt;

    /** Written by {@link ApiKeyUsage} alone. */
    @Column(name = "last_used_at", insertable = false, updatable = false)
    Instant lastUsedAt;

    @Column(name = "recorded_at")
    Instant recordedAt;
}
