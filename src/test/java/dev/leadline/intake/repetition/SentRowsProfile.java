package dev.leadline.intake.repetition;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service on a database that reports how many rows an insert was sent, not how many it stored. */
public final class SentRowsProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.datasource.jdbc.driver", SentRowsDriver.class.getName());
    }
}
