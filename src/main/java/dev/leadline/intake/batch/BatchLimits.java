package dev.leadline.intake.batch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of batches: {@code LEADLINE_LIMITS_*}. */
@ConfigMapping(prefix = "leadline.limits")
public interface BatchLimits {

    /** Longest line of an NDJSON body in bytes. */
    @WithDefault("65536")
    int lineBytes();

    /** Most rows of a batch sent as a JSON array. */
    @WithDefault("10000")
    int arrayRows();

    /** Most lines of a batch sent as NDJSON. */
    @WithDefault("1000000")
    int ndjsonRows();
}
