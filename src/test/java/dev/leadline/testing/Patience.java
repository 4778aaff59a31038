package dev.leadline.testing;

import java.time.Duration;

/** How long tests wait for what is sure to come: so long that only what hangs takes longer, however busy the machine is. */
public final class Patience {

    /** For one thing to come. */
    public static final Duration LIMIT = Duration.ofMinutes(5);

    /** For a whole test, in seconds. */
    public static final int TEST_SECONDS = 1_200;

    private Patience() {}
}
