package dev.leadline.demo;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Whether there is a demo market. */
@ConfigMapping(prefix = "leadline")
public interface DemoSettings {

    /** {@code LEADLINE_DEMO}: whether to load it. Default: true in embedded mode with an empty database. */
    Optional<Boolean> demo();
}
