package dev.leadline.ledger.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalLong;

/** What the analysis reads: {@code LEADLINE_LEDGER_*}. */
@ConfigMapping(prefix = "leadline.ledger")
public interface LedgerSettings {

    /**
     * Most memory for records kept between requests, in bytes. The workspace read last is held beside them, for a minute.
     * Default: a quarter of the heap.
     */
    OptionalLong cacheBytes();

    /** How long an answer waits for its records to be read before it is 503; the reading goes on. */
    @WithDefault("PT30S")
    Duration readWait();

    /** How long reading a workspace's records may take before it is abandoned and its connection closed. */
    @WithDefault("PT10M")
    Duration readLimit();
}
