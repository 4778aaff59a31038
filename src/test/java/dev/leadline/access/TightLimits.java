package dev.leadline.access;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Limits that a test can reach, and a proxy that tells who is behind it. */
public final class TightLimits implements QuarkusTestProfile {

    static final int REQUESTS = 10;
    static final int FAILURES = 8;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "leadline.limits.requests", String.valueOf(REQUESTS),
                "leadline.limits.requests-window", "PT1H",
                "leadline.limits.failures", String.valueOf(FAILURES),
                "leadline.limits.failures-window", "PT1H",
                "quarkus.http.proxy.proxy-address-forwarding", "true",
                "quarkus.http.proxy.allow-x-forwarded", "true");
    }
}
