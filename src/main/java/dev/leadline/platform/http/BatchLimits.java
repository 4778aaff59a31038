package dev.leadline.platform.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of batches: {@code LEADLINE_LIMITS_*}. */
@ConfigMapping(prefix = "leadline.limits")
public interface BatchLimits {

    /** What a batch is, for the API document. */
    String DESCRIPTION = "A JSON array of at most 10,000 rows, or NDJSON of at most 1,000,000 lines,"
            + " which is streamed; either may be zipped. Every good row is stored whatever the others are; the answer"
            + " counts the rows and says why any was rejected.";

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
