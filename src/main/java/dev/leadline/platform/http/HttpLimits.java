package dev.leadline.platform.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** Bounds of all requests: {@code LEADLINE_LIMITS_*}. */
@ConfigMapping(prefix = "leadline.limits")
public interface HttpLimits {

    /** Longest body of a batch in bytes, NDJSON excepted. */
    @WithDefault("16777216")
    long bodyBytes();

    /** Longest body in bytes of any other request: one record, or a patch. */
    @WithDefault("262144")
    long recordBytes();

    /** Most bodies that are being received at once. Below the number of worker threads, 200 or more. */
    @WithDefault("128")
    int bodies();

    /** Most of them of one API key. */
    @WithDefault("64")
    int bodiesOfCaller();

    /** How many analyses are worked on at once. Default: as many as there are processors. */
    OptionalInt analyses();

    /** How long an analysis waits for its turn before it is answered by 429. */
    @WithDefault("PT30S")
    Duration analysisWait();
}
