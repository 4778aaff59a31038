package dev.leadline.analysis.query;

import dev.leadline.analysis.estimate.Terms;
import dev.leadline.platform.query.DayRange;
import dev.leadline.workspace.Workspace;
import dev.leadline.workspace.WorkspaceService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;

/** Reads the query of an analysis: its {@link AnalysisParameters}, and the workspace's settings where it gives none. */
@ApplicationScoped
public class QueryReader {

    private static final int YEARS_AHEAD = 10;

    private final WorkspaceService workspaces;
    private final Clock clock;

    QueryReader(WorkspaceService workspaces, Clock clock) {
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /**
     * The query of a request, of the current workspace.
     *
     * @param figures what the answer can be sorted by
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming the parameter
     */
    public AnalysisQuery read(AnalysisParameters parameters, Set<String> figures) {
        Workspace workspace = workspaces.current();
        LocalDate today = LocalDate.now(clock.withZone(workspace.zone()));
        LocalDate latest = LocalDate.now(clock).plusYears(YEARS_AHEAD);
        LocalDate asked = parameters.asOf(latest, today);
        LocalDate asOf = asked.isAfter(today) ? today : asked;
        LocalDate to = parameters.to(latest, asOf);
        DayRange window = new DayRange(parameters.from(latest, to.minusDays(AnalysisParameters.WINDOW_DAYS - 1L)), to);
        return new AnalysisQuery(
                workspace.currency(),
                terms(parameters, workspace),
                parameters.segments.groupBy(),
                parameters.segments.filter(),
                window.from(),
                window.to(),
                asOf,
                parameters.level(),
                parameters.minInquiries(),
                parameters.sort(figures),
                parameters.limit(),
                workspace.weekStart().day());
    }

    private static Terms terms(AnalysisParameters parameters, Workspace workspace) {
        return new Terms(
                parameters.horizonDays(workspace.horizonDays()),
                parameters.targetRoi(workspace.targetRoi()),
                workspace.handlingCostPerInquiry().doubleValue(),
                workspace.discountRate().doubleValue(),
                workspace.dealsTrackedFrom());
    }
}
