package dev.leadline.decision;

import dev.leadline.analysis.query.ParameterValue;
import dev.leadline.workspace.WorkspaceService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;

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
    public Policy read(UriInfo uri) {
        Policy kept = workspaces.current().settings(settings);
        Reader reader = new Reader(uri);
        Policy policy = new Policy(
                reader.decimal("scaleProbability", Policy.LEAST_SURE, Policy.MOST_SURE, kept.scaleProbability()),
                reader.decimal(
                        "scaleEndProbability", Policy.LEAST_LIKELY, Policy.MOST_SURE, kept.scaleEndProbability()),
                reader.decimal(
                        "leaveOutProbability", Policy.LEAST_LIKELY, Policy.MOST_SURE, kept.leaveOutProbability()),
                reader.decimal("fixProbability", Policy.LEAST_SURE, Policy.MOST_SURE, kept.fixProbability()),
                reader.decimal("fixMaturity", Policy.LEAST_MATURITY, Policy.MOST_MATURITY, kept.fixMaturity()),
                reader.whole("minimumDeals", Policy.MOST_DEALS, kept.minimumDeals()),
                reader.whole("minimumCycles", Policy.MOST_CYCLES, kept.minimumCycles()),
                reader.decimal("falseDiscoveryRate", Policy.LEAST_RATE, Policy.MOST_RATE, kept.falseDiscoveryRate()),
                reader.decimal(
                        "maximumVolumeSpread", Policy.LEAST_SPREAD, Policy.MOST_SPREAD, kept.maximumVolumeSpread()));
        if (!policy.endsBelowEntry()) {
            throw ParameterValue.fault(
                    "scaleEndProbability", "must be below scaleProbability (" + policy.scaleProbability() + ")");
        }
        // A workspace may have set its policy before this bound existed; that is left as it is.
        if (!policy.leaveOutIsWithinReach() && kept.leaveOutIsWithinReach()) {
            throw ParameterValue.fault(
                    "leaveOutProbability",
                    "must not be above scaleProbability (" + policy.scaleProbability() + ") or fixProbability ("
                            + policy.fixProbability() + "); it is " + policy.leaveOutProbability());
        }
        return policy;
    }

    private record Reader(UriInfo uri) {

        BigDecimal decimal(String name, String least, String most, BigDecimal setting) {
            return ParameterValue.of(uri.getQueryParameters(), name)
                    .decimal(new BigDecimal(least), new BigDecimal(most), setting);
        }

        int whole(String name, int most, int setting) {
            return (int) ParameterValue.of(uri.getQueryParameters(), name).whole(1, most, setting);
        }
    }
}
