package dev.leadline.workspace.idempotency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Answers kept under an idempotency key: {@code LEADLINE_IDEMPOTENCY_*}. */
@ConfigMapping(prefix = "leadline.idempotency")
public interface IdempotencySettings {

    /** How long an answer is kept. */
    @WithDefault("PT24H")
    Duration expiry();

    /** How long a request that has died, and its service with it, keeps others from its key. */
    @WithDefault("PT1M")
    Duration lease();
}
