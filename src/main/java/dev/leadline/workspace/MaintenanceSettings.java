package dev.leadline.workspace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When workspaces are tidied. */
@ConfigMapping(prefix = "leadline")
public interface MaintenanceSettings {

    /** {@code LEADLINE_HOUSEKEEPING_INTERVAL}: how often what has expired is cleared away. */
    @WithDefault("PT1H")
    Duration housekeepingInterval();
}
