package dev.leadline.decision;

import dev.leadline.platform.query.QueryValue;
import dev.leadline.workspace.WorkspaceService;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the policy of a request: its {@link PolicyParameters}, and the workspace's settings where it gives none. */
@ApplicationScoped
public class PolicyReader {

    private final WorkspaceService workspaces;
    private final PolicySettings settings;

    PolicyReader(WorkspaceService workspaces, PolicySettings settings) {
        this.workspaces = workspaces;
        this.settings = settings;
    }

    /**
     * The policy of a request.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming the parameter
     */
    public Policy read(PolicyParameters parameters) {
        Policy kept = workspaces.current().settings(settings);
        Policy policy = new Policy(
                parameters.scaleProbability(kept.scaleProbability()),
                parameters.scaleEndProbability(kept.scaleEndProbability()),
                parameters.leaveOutProbability(kept.leaveOutProbability()),
                parameters.fixProbability(kept.fixProbability()),
                parameters.fixMaturity(kept.fixMaturity()),
                parameters.minimumDeals(kept.minimumDeals()),
                parameters.minimumCycles(kept.minimumCycles()),
                parameters.maximumVolumeSpread(kept.maximumVolumeSpread()));
        if (!policy.endsBelowEntry()) {
            throw QueryValue.fault(
                    "scaleEndProbability", "must be below scaleProbability (" + policy.scaleProbability() + ")");
        }
        // A workspace may have set its policy before this bound existed; that is left as it is.
        if (!policy.leaveOutIsWithinReach() && kept.leaveOutIsWithinReach()) {
            throw QueryValue.fault(
                    "leaveOutProbability",
                    "must not be above scaleProbability (" + policy.scaleProbability() + ") or fixProbability ("
                            + policy.fixProbability() + "); it is " + policy.leaveOutProbability());
        }
        return policy;
    }
}
