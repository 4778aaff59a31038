package dev.leadline.decision;

import dev.leadline.platform.problem.FieldError;
import dev.leadline.workspace.RoomSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The policy as a setting of the workspace. */
@ApplicationScoped
class PolicySettings implements RoomSettings<Policy> {

    @Override
    public String name() {
        return "policy";
    }

    @Override
    public Class<Policy> type() {
        return Policy.class;
    }

    @Override
    public Policy complete(Policy given) {
        return given == null ? Policy.DEFAULT : given.complete();
    }

    @Override
    public Optional<FieldError> faultOf(Policy complete) {
        if (!complete.endsBelowEntry()) {
            return Optional.of(FieldError.at("/scaleEndProbability", "must be below policy.scaleProbability"));
        }
        if (!complete.leaveOutIsWithinReach()) {
            return Optional.of(FieldError.at(
                    "/leaveOutProbability", "must not be above policy.scaleProbability or policy.fixProbability"));
        }
        return Optional.empty();
    }
}
