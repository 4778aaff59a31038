package dev.leadline.platform.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Which database it is. */
@ConfigMapping(prefix = "leadline")
public interface DatabaseSettings {

    /** {@code LEADLINE_DATA_DIR}: where the embedded database lives; read by main before this is there. */
    Optional<String> dataDir();

    Database database();

    /** What main knows of it. */
    interface Database {

        /** True when main started the embedded database; set by main. */
        @WithDefault("false")
        boolean embedded();
    }
}
