package dev.leadline.analysis.query;

import dev.leadline.analysis.estimate.Terms;
import dev.leadline.ledger.Dimension;
import dev.leadline.ledger.segment.Filter;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/** Queries of a workspace in plain Java. */
public final class QueryFixture {

    private LocalDate dealsTrackedFrom;
    private int horizonDays = 180;
    private List<Dimension> groupBy = List.of();
    private Filter filter = Filter.NONE;
    private double targetRoi;
    private int limit = 1_000;
    private AnalysisQuery.Sort sort = new AnalysisQuery.Sort("spend", true);

    public QueryFixture dealsTrackedFrom(LocalDate day) {
        dealsTrackedFrom = day;
        return this;
    }

    public QueryFixture horizonDays(int days) {
        horizonDays = days;
        return this;
    }

    public QueryFixture groupBy(Dimension... dimensions) {
        groupBy = List.of(dimensions);
        return this;
    }

    public QueryFixture filter(Filter value) {
        filter = value;
        return this;
    }

    public QueryFixture targetRoi(double value) {
        targetRoi = value;
        return this;
    }

    public QueryFixture limit(int segments) {
        limit = segments;
        return this;
    }

    public QueryFixture sort(String figure, boolean descending) {
        sort = new AnalysisQuery.Sort(figure, descending);
        return this;
    }

    public AnalysisQuery query(LocalDate from, LocalDate to, LocalDate asOf) {
        Terms terms = new Terms(horizonDays, targetRoi, 0, 0, dealsTrackedFrom);
        return new AnalysisQuery("USD", terms, groupBy, filter, from, to, asOf, 0.9, 0, sort, limit, DayOfWeek.MONDAY);
    }
}
