package dev.leadline.platform.command;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether a command is run. */
@ConfigMapping(prefix = "leadline")
public interface CommandSettings {

    /** False when main runs a command instead of the service: the start makes and loads nothing then; set by main. */
    @WithDefault("true")
    boolean serving();
}
