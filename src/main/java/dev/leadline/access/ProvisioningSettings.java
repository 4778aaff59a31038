package dev.leadline.access;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What the first start makes. */
@ConfigMapping(prefix = "leadline")
public interface ProvisioningSettings {

    /** {@code LEADLINE_ADMIN_KEY}: the first ADMIN key, 24 characters or more. Used only when the database is empty. */
    Optional<String> adminKey();
}
