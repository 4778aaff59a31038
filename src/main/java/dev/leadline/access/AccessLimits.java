package dev.leadline.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much one client may ask for, and how many wrong keys may come: {@code LEADLINE_LIMITS_*}. */
@ConfigMapping(prefix = "leadline.limits")
public interface AccessLimits {

    /** How many requests a client, that is a key, has in a window; 0: any. Of each instance for itself. */
    @WithDefault("600000")
    long requests();

    /** The window of requests. */
    @WithDefault("PT1M")
    Duration requestsWindow();

    /** How many wrong keys are taken in a window, from one address and of the same first characters; 0: any. */
    @WithDefault("120")
    long failures();

    /** The window of failures. */
    @WithDefault("PT1M")
    Duration failuresWindow();
}
