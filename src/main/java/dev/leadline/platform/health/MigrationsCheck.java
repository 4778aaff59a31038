package dev.leadline.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Ready once no migration is pending and none has failed. What was found is kept only when it is good. */
@Readiness
@ApplicationScoped
class MigrationsCheck implements HealthCheck {

    private static final String NAME = "Database migrations";

    private final Flyway flyway;
    private volatile boolean applied;

    MigrationsCheck(Flyway flyway) {
        this.flyway = flyway;
    }

    @Override
    public HealthCheckResponse call() {
        if (!applied) {
            try {
                applied = flyway.info().pending().length == 0 && flyway.validateWithResult().validationSuccessful;
            } catch (FlywayException e) {
                applied = false;
            }
        }
        return HealthCheckResponse.named(NAME).status(applied).build();
    }
}
