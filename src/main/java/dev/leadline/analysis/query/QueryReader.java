package dev.leadline.analysis.query;

import dev.leadline.analysis.estimate.Terms;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.Filter;
import dev.leadline.workspace.Workspace;
import dev.leadline.workspace.WorkspaceService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the parameters of an analysis: bounds, defaults, and no name that is not known. */
@ApplicationScoped
public class QueryReader {

    private static final int DEFAULT_WINDOW_DAYS = 365;
    private static final int DEFAULT_LIMIT = 1_000;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final int YEARS_AHEAD = 10;
    private static final Set<String> COMMON = Stream.concat(
                    Arrays.stream(Dimension.values()).map(Dimension::apiName),
                    Stream.of(
                            "groupBy",
                            "from",
                            "to",
                            "asOf",
                            "level",
                            "horizonDays",
                            "targetRoi",
                            "minInquiries",
                            "sort",
                            "limit"))
            .collect(Collectors.toUnmodifiableSet());

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
     * @param own parameters of this operation besides the common ones
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming the parameter
     */
    public AnalysisQuery read(UriInfo uri, Set<String> figures, Set<String> own) {
        return read(uri, figures, own, DEFAULT_WINDOW_DAYS);
    }

    /** As above, for an operation whose window is by default of another length. */
    public AnalysisQuery read(UriInfo uri, Set<String> figures, Set<String> own, int windowDays) {
        MultivaluedMap<String, String> parameters = uri.getQueryParameters();
        parameters.keySet().forEach(name -> {
            if (!COMMON.contains(name) && !own.contains(name)) {
                throw ParameterValue.fault(name, "is not a parameter of this operation");
            }
        });
        Workspace workspace = workspaces.current();
        LocalDate today = LocalDate.now(clock.withZone(workspace.zone()));
        LocalDate asked = day(parameters, "asOf", today);
        LocalDate asOf = asked.isAfter(today) ? today : asked;
        LocalDate to = day(parameters, "to", asOf);
        LocalDate from = day(parameters, "from", to.minusDays(windowDays - 1L));
        if (from.isAfter(to)) {
            throw ParameterValue.fault("from", "must not be after to (" + to + ")");
        }
        List<Dimension> groupBy = groupBy(parameters);
        Filter filter = filter(parameters);
        double level = value(parameters, "level").number(0.5, 0.999, 0.9);
        return new AnalysisQuery(
                workspace.currency(),
                terms(parameters, workspace),
                groupBy,
                filter,
                from,
                to,
                asOf,
                level,
                value(parameters, "minInquiries").whole(0, 1_000_000_000, 0),
                sort(parameters, figures),
                (int) value(parameters, "limit").whole(1, 10_000, DEFAULT_LIMIT));
    }

    private static Terms terms(MultivaluedMap<String, String> parameters, Workspace workspace) {
        return new Terms(
                (int) value(parameters, "horizonDays").whole(1, 1095, workspace.horizonDays()),
                value(parameters, "targetRoi")
                        .number(-0.9, 100, workspace.targetRoi().doubleValue()),
                workspace.handlingCostPerInquiry().doubleValue(),
                workspace.discountRate().doubleValue(),
                workspace.dealsTrackedFrom());
    }

    private static ParameterValue value(MultivaluedMap<String, String> parameters, String name) {
        return ParameterValue.of(parameters, name);
    }

    private LocalDate day(MultivaluedMap<String, String> parameters, String name, LocalDate fallback) {
        return value(parameters, name).day(EARLIEST, LocalDate.now(clock).plusYears(YEARS_AHEAD), fallback);
    }

    private static List<Dimension> groupBy(MultivaluedMap<String, String> parameters) {
        List<Dimension> dimensions = new ArrayList<>();
        for (String name : value(parameters, "groupBy").list()) {
            Dimension dimension =
                    Dimension.of(name).orElseThrow(() -> ParameterValue.fault("groupBy", "takes " + Dimension.names()));
            if (dimensions.contains(dimension)) {
                throw ParameterValue.fault("groupBy", "names " + name + " twice");
            }
            dimensions.add(dimension);
        }
        return List.copyOf(dimensions);
    }

    private static Filter filter(MultivaluedMap<String, String> parameters) {
        Map<Dimension, Set<String>> accepted = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            if (parameters.containsKey(dimension.apiName())) {
                Set<String> values = new HashSet<>();
                for (String text : parameters.get(dimension.apiName())) {
                    for (String value : text.split(",", -1)) {
                        values.add(value.isBlank() ? null : ParameterValue.clean(dimension.apiName(), value.strip()));
                    }
                }
                accepted.put(dimension, values);
            }
        }
        return new Filter(accepted);
    }

    private static AnalysisQuery.Sort sort(MultivaluedMap<String, String> parameters, Set<String> figures) {
        String text = value(parameters, "sort").text("-spend");
        boolean descending = text.startsWith("-");
        String figure = descending ? text.substring(1) : text;
        if (!figures.contains(figure)) {
            throw ParameterValue.fault(
                    "sort",
                    "must be one of " + figures.stream().sorted().collect(Collectors.joining(", "))
                            + ", preceded by '-' for descending order");
        }
        return new AnalysisQuery.Sort(figure, descending);
    }
}
